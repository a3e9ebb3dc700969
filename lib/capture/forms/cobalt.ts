import { type Beside, logDirection, textBeside } from '../notation/log-direction.ts';
import { type PlainNotation, readPlainPrint } from '../notation/read-plain-print.ts';
import type { Direction, TextForm } from './form.ts';

const NOTATION: PlainNotation = {
  open: /Node\s?\[/y,
  close: ']',
  key: /([^\s=,{}[\]]{1,128})=/y,
  between: /,\s*/y,
  parts: new Map([
    ['description', 'tag'],
    ['tag', 'tag'],
    ['attributes', 'attributes'],
    ['attrs', 'attributes'],
    ['children', 'content'],
    ['content', 'content'],
    ['data', 'content'],
  ]),
  mapOpen: /(?:Attributes\[(?:toMap|map)=)?\{/y,
  mapClose: '}',
  valueStop: /[,}\n]/g,
  valueGoesOn: /,(?!\s?[\w.:-]{1,100}=)/y,
  word: /[^,[\]{}\n]+/y,
  nothing: /null(?![\w])|Optional\.empty|\[\](?=[,\]])/y,
  elided: /\[B@[0-9a-f]+|byte\[\d*\](?:\{\.\.\.\})?|\.\.\./y,
};

/** A node as a Java record prints itself. */
export const cobalt = {
  name: 'cobalt',
  title: 'A node of Cobalt as Java prints it, with bytes as signed numbers',
  example:
    'Received node Node[description=call, attributes={from=15550100@s.whatsapp.net, id=5F01}, children=[Node[description=terminate, attributes={call-id=C0FFEE, reason=timeout}]]]',
  reads: 'text',
  starts: /Node\s?\[(?=(?:description|tag)=)/,
  read: (text, at, problems) => readPlainPrint(text, at, NOTATION, problems),
  direction: directionOfWord,
  library: 'cobalt',
} as const satisfies TextForm;

/** Cobalt logs “received” or “sent” with a node. */
function directionOfWord(beside: Beside): Direction {
  const text = textBeside(beside);
  const incoming = /\b(?:received|receiving|incoming)\b/i.test(text);
  const outgoing = /\b(?:sent|sending|outgoing)\b/i.test(text);
  return incoming === outgoing ? logDirection(beside) : incoming ? 'incoming' : 'outgoing';
}
