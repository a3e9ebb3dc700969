import { logDirection } from '../notation/log-direction.ts';
import { isNodeObject } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A `BinaryNode` as console.log() of Node prints it. */
export const nodeInspect = {
  name: 'node-inspect',
  title: 'A node as Node prints it',
  example:
    "{\n  tag: 'call',\n  attrs: { from: '15550100@s.whatsapp.net', id: '5F01' },\n  content: [ { tag: 'terminate', attrs: { 'call-id': 'C0FFEE', reason: 'timeout' }, content: undefined } ]\n}",
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { inspected }) => inspected && isNodeObject(value),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: logDirection,
} as const satisfies ValueForm;
