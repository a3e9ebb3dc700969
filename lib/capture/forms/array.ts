import { logDirection } from '../notation/log-direction.ts';
import { isNodeArray } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A node of the old web client. */
export const array = {
  name: 'array',
  title: 'Nested arrays, as the old web client has them',
  example:
    '["call",{"from":"15550100@s.whatsapp.net","id":"5F01"},[["terminate",{"call-id":"C0FFEE","reason":"timeout"},null]]]',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { top }) => top && isNodeArray(value),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: logDirection,
} as const satisfies ValueForm;
