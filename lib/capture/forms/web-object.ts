import { type Beside, logDirection, textBeside } from '../notation/log-direction.ts';
import { isNodeObject } from '../notation/nodes/is-node.ts';
import { nodeOfValue } from '../notation/nodes/node-of-value.ts';
import type { Value } from '../notation/values/value.ts';
import type { Direction, ValueForm } from './form.ts';

/** A node of WhatsApp Web, whose accounts are objects. */
export const webObject = {
  name: 'web-object',
  title: 'A node of WhatsApp Web, as JSON, from copy() or from the console: accounts are objects',
  example:
    '[hook] decodeStanza {"tag":"call","attrs":{"from":{"_jid":{"type":3,"user":"15550100","device":2,"domainType":0,"server":"s.whatsapp.net"}},"id":"5F01"},"content":[{"tag":"terminate","attrs":{"call-id":"C0FFEE","reason":"timeout"},"content":null}]}',
  reads: 'values',
  starts: /[{[]/,
  recognise: (value, { dialect }) => dialect === undefined && isNodeObject(value) && hasAccount(value),
  node: (value, problems) => nodeOfValue(value, problems),
  direction: directionOfHook,
} as const satisfies ValueForm;

const hasAccount = (value: Value): boolean =>
  value.kind === 'object' &&
  value.entries.some(
    ({ key, value: part }) =>
      key === 'attrs' && part.kind === 'object' && part.entries.some((one) => one.value.kind === 'object'),
  );

/** A hook logs the function it hooks: a decoder has received the node, an encoder is about to send it. */
function directionOfHook(beside: Beside): Direction {
  const text = textBeside(beside);
  const incoming = /\b(?:decode|recv|receive|incoming)(?:Stanza|Node|Wap)?\b/i.test(text);
  const outgoing = /\b(?:encode|send|cast|outgoing)(?:Stanza|Node|Wap|SmaxNode)?\b/i.test(text);
  return incoming === outgoing ? logDirection(beside) : incoming ? 'incoming' : 'outgoing';
}
