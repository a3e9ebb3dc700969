import type { CapturedStanza } from '../tree/captured-node.ts';

type Direction = CapturedStanza['direction'];

// whatsmeow names its loggers …/Recv and …/Send; Baileys writes “recv xml” and “xml send”; older clients and
// the tools beside them write rx and tx before what they show.
const INCOMING = /(?:^|[/\s"'=[])Recv\b|\b(?:recv xml|xml recv)\b|(?:^|[\s\])|>-])(?:rx|RX)\]?:?\s*$/;
const OUTGOING = /(?:^|[/\s"'=[])Send\b|\b(?:send xml|xml send)\b|(?:^|[\s\])|>-])(?:tx|TX)\]?:?\s*$/;

/** What a text that stands beside a stanza in a log says of its direction. */
export function directionIn(text: string): Direction {
  const incoming = INCOMING.test(text);
  return incoming === OUTGOING.test(text) ? undefined : incoming ? 'incoming' : 'outgoing';
}

/** Whether the text before a stanza is what whatsmeow's logger writes there. */
export function isWhatsmeowPrefix(text: string): boolean {
  return /\/(?:Recv|Send)\b/.test(text);
}

/** Whether the text before a stanza is what Baileys writes of it. */
export function isBaileysPrefix(text: string): boolean {
  return /\b(?:recv xml|xml recv|xml send|send xml)\b/.test(text);
}
