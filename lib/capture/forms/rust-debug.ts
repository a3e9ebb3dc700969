import { logDirection } from '../notation/log-direction.ts';
import { isNodeObject } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { ValueForm } from './form.ts';

/** A node as Rust's Debug prints it, with {:?} or {:#?}. */
export const rustDebug = {
  name: 'rust-debug',
  title: 'A node as Rust prints it for debugging, in one line or in many',
  example:
    '<-- Node { tag: "call", attrs: {"from": "15550100@s.whatsapp.net", "id": "5F01"}, content: Some(Nodes([Node { tag: "terminate", attrs: {"call-id": "C0FFEE", "reason": "timeout"}, content: None }])) }',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { dialect, before }) =>
    isNodeObject(value) && (dialect === 'rust' || /\b(?:Node|NodeRef)\s*$/.test(before())),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: logDirection,
  library: 'whatsapp-rust',
} as const satisfies ValueForm;
