import { logDirection } from '../notation/log-direction.ts';
import { isGoNode } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A node as Go writes it in JSON. */
export const goJson = {
  name: 'go-json',
  title: 'A node of whatsmeow as JSON: Tag, Attrs and Content, which has bytes in base64',
  example:
    '{"Tag":"call","Attrs":{"from":"15550100@s.whatsapp.net","id":"5F01"},"Content":[{"Tag":"terminate","Attrs":{"call-id":"C0FFEE","reason":"timeout"},"Content":null}]}',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { dialect }) => dialect === undefined && isGoNode(value),
  node: (value, problems) => nodeOfValue(value, problems, { base64: true }),
  direction: logDirection,
  library: 'whatsmeow',
} as const satisfies ValueForm;
