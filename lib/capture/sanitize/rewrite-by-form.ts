import { isWord, type WordKind } from './placeholders/word-placeholders.ts';
import type { ReplacedKind } from './replaced.ts';
import { rewriteAddress, rewriteBytesText } from './rewrite-bytes.ts';
import { rewriteJid } from './rewrite-jid.ts';
import type { Rewriter } from './rewriter.ts';

const LABELS: Readonly<Record<WordKind, ReplacedKind>> = {
  CALLID: 'call id',
  TOKEN: 'token',
  UUID: 'UUID',
  ID: 'id',
  NAME: 'name',
  VERSION: 'version',
  VALUE: 'value',
  TEXT: 'text',
};

/**
 * Replaces a text completely; its form decides which placeholder it gets.
 * @param kind what its name says of it
 * @param tag the tag of the node whose content it is; '' for an attribute
 */
export function rewriteByForm(text: string, kind: WordKind, tag: string, rewriter: Rewriter): string {
  if (text === '') return text;
  if (isWord(text)) return rewriter.to.word(kind, text);
  const named = kind !== 'TEXT' && kind !== 'VALUE';
  const jid = text.includes('@') ? rewriteJid(text, rewriter) : undefined;
  if (jid !== undefined) return jid;
  const address = kind === 'VERSION' ? undefined : rewriteAddress(text, rewriter);
  if (address !== undefined) return address;
  // Zeros in hex: blanked bytes that were printed and read again as text. Two of them alone are a number.
  if (!named && /^00(?:[0-9a-f]{2})+$/.test(text)) {
    return rewriteBytesText(text, tag, rewriter) ?? number(text, rewriter);
  }
  if (!named && /^-?\d+$/.test(text)) return number(text, rewriter);
  if (
    !named &&
    /^(?:A{12}|(?=.*\d)(?=.*[A-Za-z/+]))[A-Za-z0-9+/]{4,}={0,2}$/.test(text) &&
    text.length >= 16
  ) {
    return rewriteBytesText(text, tag, rewriter) ?? word(kind, text, rewriter);
  }
  return word(kind, text, rewriter);
}

function word(kind: WordKind, text: string, { to, count }: Rewriter): string {
  const after = to.word(kind, text);
  count(LABELS[/^[A-Z]+/.exec(after)?.[0] as WordKind] ?? 'text', text, after);
  return after;
}

function number(text: string, { to, count }: Rewriter): string {
  const after = to.number(text);
  count('number', text, after);
  return after;
}
