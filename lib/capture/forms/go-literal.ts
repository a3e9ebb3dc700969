import { logDirection } from '../notation/log-direction.ts';
import { isGoNode } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A node as Go source, which is also what %#v prints. */
export const goLiteral = {
  name: 'go-literal',
  title: 'A node of whatsmeow as a literal of Go, or printed with %#v',
  example:
    'waBinary.Node{Tag:"call", Attrs:waBinary.Attrs{"from":types.JID{User:"15550100", Device:0x3, Server:"s.whatsapp.net"}, "id":"5F01"}, Content:[]waBinary.Node{waBinary.Node{Tag:"terminate", Attrs:waBinary.Attrs{"call-id":"C0FFEE", "reason":"timeout"}, Content:interface {}(nil)}}}',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { dialect }) => dialect === 'go' && isGoNode(value),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: logDirection,
  library: 'whatsmeow',
} as const satisfies ValueForm;
