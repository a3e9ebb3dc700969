import type { ValueFamily } from './placeholders/value-families.ts';
import { isWord, type WordKind } from './placeholders/word-placeholders.ts';
import type { ReplacedKind } from './replaced.ts';
import { ADDRESS_TAG, isAddress, rewriteAddress, rewriteBytesText } from './rewrite-bytes.ts';
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
  const jid = text.includes('@') ? rewriteJid(text, rewriter) : undefined;
  return jid ?? rewriteAs(familyOf(text, kind), text, kind, tag, rewriter);
}

function familyOf(text: string, kind: WordKind): ValueFamily {
  if (kind !== 'VERSION' && isAddress(text)) return 'address';
  if (kind !== 'TEXT' && kind !== 'VALUE') return 'named';
  // Zeros in hex: blanked bytes that were printed and read again as text. Two of them alone are a number.
  if (/^00(?:[0-9a-f]{2})+$/.test(text)) return 'like bytes';
  if (/^-?\d+$/.test(text)) return 'like a number';
  return text.length >= 16 && /^(?:A{12}|(?=.*\d)(?=.*[A-Za-z/+]))[A-Za-z0-9+/]{4,}={0,2}$/.test(text)
    ? 'like bytes'
    : 'text';
}

/**
 * Replaces a text by a placeholder of a family, or of the family that another of its places asks for.
 * @param kind what its name says of it
 * @param tag the tag of the node whose content it is; '' for an attribute
 */
export function rewriteAs(
  family: ValueFamily,
  text: string,
  kind: WordKind,
  tag: string,
  rewriter: Rewriter,
): string {
  const { to, count } = rewriter;
  const chosen = to.family(text, family);
  switch (chosen) {
    case 'account': {
      const after = to.user(text);
      count('JID', text, after);
      return after;
    }
    case 'server': {
      const after = to.server(text);
      count('address', text, after);
      return after;
    }
    case 'address':
      return (
        rewriteAddress(text, rewriter) ??
        rewriteBytesText(text, ADDRESS_TAG, rewriter) ??
        word(kind, text, rewriter)
      );
    case 'time': {
      const after = to.time(text);
      if (after === undefined) return number(text, rewriter);
      count('time', text, after);
      return after;
    }
    case 'number':
    case 'like a number':
      return number(text, rewriter);
    case 'bytes':
    case 'like bytes':
      return rewriteBytesText(text, tag, rewriter) ?? word(kind, text, rewriter);
    case 'named':
    case 'text':
      return word(kind, text, rewriter);
    default:
      return chosen satisfies never;
  }
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
