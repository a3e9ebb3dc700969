import type { CapturedStanza } from '../tree/captured-node.ts';

type Direction = CapturedStanza['direction'];

/** The text beside a stanza in a log. */
export interface Beside {
  /** The text before it in its line, or before the record that holds it. */
  readonly line: string;
  /** The lines above, or the text behind it: only what a known client writes counts there. */
  readonly around: string;
  /** The short texts of the records around it, and the keys it is under. */
  readonly fields: readonly Field[];
}

interface Field {
  readonly key: string;
  /** Empty for anything but a short text. */
  readonly text: string;
}

// whatsmeow names its loggers …/Recv and …/Send; Baileys writes “recv xml” and “xml send”.
const CLIENT_IN = /(?:^|[/\s"'=[])Recv(?![\w.-])|\b(?:recv xml|xml recv)\b/;
const CLIENT_OUT = /(?:^|[/\s"'=[])Send(?![\w.-])|\b(?:send xml|xml send)\b/;

// What logs call the thing that is sent or received: “stanza in”, “msg_out”, “dir=in”.
const NOUN =
  '(?:stanza|node|xml|frame|packet|message|msg|websocket|socket|ws|wa|wap|wire|raw|data|bytes|binary|direction|dir)';
const LEVEL = '(?:trace|debug|info|warn|warning|error|verbose)';
const NEAR_ARROW = '\\s*(?:<-|<<|<=|-+>|>>|=+>|[←→])';
// A word ends here, and is not part of an address, a longer name or a counter.
const WORD_ENDS = `(?![\\p{L}\\p{N}_@/\\\\]|-(?!-*>)|\\.[\\p{L}\\p{N}]|=\\s*\\d)`;
const BEFORE_NOUN = `(?=[-_.:]${NOUN}(?![\\p{L}\\p{N}]))`;
// A word begins here, and is neither part of another word nor negated.
const WORD_BEGINS = `(?:(?<![\\p{L}\\p{N}_@/\\\\-])|(?<=<-)|(?<=(?<![\\p{L}])${NOUN}[-_/]))(?<!\\b(?:to|not|never|be|cannot)\\s)`;
// A mark ends here: at the end of the text, at a bracket, a colon, an arrow or a noun.
const MARK_ENDS = `(?=\\s*$|\\s*[:|\\])}>]|${NEAR_ARROW}|[-_.:\\s]+${NOUN}(?![\\p{L}\\p{N}]))`;
// “in” and “out” are parts of many phrases, so no common word may precede them.
const MARK_BEGINS = `(?<=^\\s*|[^\\p{L}\\p{N}_.@/\\\\\\s-]\\s*|(?:<-+|\\dZ?\\s)\\s*|(?<![\\p{L}])(?:${NOUN}|${LEVEL})(?:[-_.:/=]|\\s+))`;
const UPPER_BEGINS = '(?<![\\p{L}\\p{N}_@/\\\\.-])';
const UPPER_ENDS = `(?=\\s(?!OF\\b)|\\s*$|[:|\\])}>]|${NEAR_ARROW})`;

const wordsOf = (verbs: string, mark: string, short: string): readonly RegExp[] => [
  new RegExp(`(?=${verbs})${WORD_BEGINS}(?:${verbs})(?:${WORD_ENDS}|${BEFORE_NOUN})`, 'iu'),
  new RegExp(`(?=${short})${WORD_BEGINS}${short}${MARK_ENDS}`, 'iu'),
  new RegExp(`(?=${mark})${MARK_BEGINS}${mark}${MARK_ENDS}`, 'iu'),
  new RegExp(
    `${UPPER_BEGINS}(?:${mark.toUpperCase()}|${short.toUpperCase()})(?:${UPPER_ENDS}|${BEFORE_NOUN})`,
    'u',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])dir(?:ection)?["']?\\s?[=:]\\s?["']?${mark}(?![\\p{L}\\p{N}_])`, 'iu'),
];
const WORDS_IN = wordsOf('recv|recvd|rcv|rcvd|receiv(?:e|es|ed|ing)|incoming|inbound', 'in', 'rx');
const WORDS_OUT = wordsOf('sends?|sent|sending|outgoing|outbound', 'out', 'tx');
// A fast test: a text without any of these tells no direction.
const MAY_TELL = /in|out|rece|rcv|recv|sen[dt]|rx|tx|<[-<=]|[-=>]>|[←→]/i;

const ARROW = /(?<![<>=-])(?:(<-+|<<+|<==+)|(-+>|>>+|==+>))(?![<>=-])|(←)|(→)/gu;
// Times, punctuation, and names in brackets. It is unambiguous, so matching takes linear time.
const APART = '[^\\p{L}<>[]|\\[[^\\]]*\\]|\\[(?![^\\]]*\\])';
// Behind an arrow is its object. An arrow between two names shows who talks to whom.
const BEHIND_ARROW = new RegExp(
  `^(?:${APART}|(?<![\\p{L}])(?:${NOUN}|NodeRef|recv|send|in|out|rx|tx|T|Z)(?![\\p{L}]))*$`,
  'iu',
);
const AT_HEAD = new RegExp(`^(?:${APART}|${LEVEL}(?![\\p{L}])|[TZ](?![\\p{L}]))*$`, 'iu');

// A country or language code may be “in”.
const NO_DIRECTION_IN = /country|lang|locale|region|^cc$/i;

/** The direction that a log tells beside a stanza; undefined if it tells none, or both. */
export function logDirection({ line, around, fields }: Beside): Direction {
  const text = textBeside({ line, around, fields });
  const found = { incoming: CLIENT_IN.test(text), outgoing: CLIENT_OUT.test(text) };
  for (const one of [line, ...fields.filter(({ key }) => !NO_DIRECTION_IN.test(key)).map((f) => f.text)]) {
    if (!MAY_TELL.test(one)) continue;
    const arrow = arrowIn(one);
    found.incoming ||= arrow === 'incoming' || WORDS_IN.some((pattern) => pattern.test(one));
    found.outgoing ||= arrow === 'outgoing' || WORDS_OUT.some((pattern) => pattern.test(one));
  }
  return found.incoming === found.outgoing ? undefined : found.incoming ? 'incoming' : 'outgoing';
}

/** Whether a line announces the next one: it ends in a mark or a colon. */
export const announces = (line: string): boolean =>
  /(?::|[\])}]|<-+|<<+|-+>|>>+|[←→]|\b(?:recv|received|sent|send|sending|incoming|outgoing|rx|tx|in|out))\s*$/i.test(
    line,
  );

/** The direction of the last arrow, if it applies to what follows the text. */
function arrowIn(text: string): Direction {
  const arrow = [...text.matchAll(ARROW)].at(-1);
  if (arrow === undefined) return undefined;
  const before = text.slice(0, arrow.index);
  // The end of a comment.
  if (arrow[0] === '-->' && before.includes('<!--')) return undefined;
  if (!BEHIND_ARROW.test(text.slice(arrow.index + arrow[0].length)) && !AT_HEAD.test(before))
    return undefined;
  return arrow[1] === undefined && arrow[3] === undefined ? 'outgoing' : 'incoming';
}

/** The texts beside a stanza as one, with one field per line, for recognising forms. */
export const textBeside = ({ line, around, fields }: Beside): string =>
  `${around}\n${line}\n${textOfFields(fields)}`;

const textOfFields = (fields: readonly Field[]): string =>
  fields.map(({ key, text }) => `${key}=${text}\n`).join('');

/** Whether whatsmeow's logger wrote the text before a stanza. */
export function isWhatsmeowPrefix(text: string): boolean {
  return /\/(?:Recv|Send)\b/.test(text);
}

/** Whether Baileys wrote the text before a stanza. */
export function isBaileysPrefix(text: string): boolean {
  return /\b(?:recv xml|xml recv|xml send|send xml)\b/.test(text);
}
