import { logDirection } from '../notation/log-direction.ts';
import { isNodeObject } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A `BinaryNode` as JSON. */
export const json = {
  name: 'json',
  title: 'A node as JSON: tag, attrs and content',
  example:
    '{"tag":"call","attrs":{"from":"15550100@s.whatsapp.net","id":"5F01"},"content":[{"tag":"terminate","attrs":{"call-id":"C0FFEE","reason":"timeout"}}]}',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { inspected }) => !inspected && isNodeObject(value),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: logDirection,
} as const satisfies ValueForm;
