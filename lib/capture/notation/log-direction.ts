import type { CapturedStanza } from '../tree/captured-node.ts';

type Direction = CapturedStanza['direction'];

// whatsmeow names its loggers …/Recv and …/Send; Baileys writes “recv xml” and “xml send”; older clients and
// the tools beside them write rx and tx before what they show.
const INCOMING = /(?:^|[/\s"'=[])Recv\b|\b(?:recv xml|xml recv)\b/;
const OUTGOING = /(?:^|[/\s"'=[])Send\b|\b(?:send xml|xml send)\b/;
const LAST_WORD = /(?<![^\s\])|>-])(?:(rx|RX)|tx|TX)\]?:?$/;
/** More than what {@link LAST_WORD} looks at. */
const LAST_PART = 8;

/** What a text that stands beside a stanza in a log says of its direction. */
export function directionIn(text: string): Direction {
  const last = LAST_WORD.exec(text.trimEnd().slice(-LAST_PART));
  // Asked of much text that has no such word at all.
  const has = (word: string): boolean => text.includes(word);
  const incoming = last?.[1] !== undefined || ((has('Recv') || has('recv')) && INCOMING.test(text));
  const sent = last !== null && last[1] === undefined;
  const outgoing = sent || ((has('Send') || has('send')) && OUTGOING.test(text));
  return incoming === outgoing ? undefined : incoming ? 'incoming' : 'outgoing';
}

/** Whether the text before a stanza is what whatsmeow's logger writes there. */
export function isWhatsmeowPrefix(text: string): boolean {
  return /\/(?:Recv|Send)\b/.test(text);
}

/** Whether the text before a stanza is what Baileys writes of it. */
export function isBaileysPrefix(text: string): boolean {
  return /\b(?:recv xml|xml recv|xml send|send xml)\b/.test(text);
}
