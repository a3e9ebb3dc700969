import { valueFits } from '../../corpus/match/value-fits.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';
import type { KnownValue } from '../lookup/known-node.ts';
import { isWord, type WordKind } from './placeholders/word-placeholders.ts';
import { rewriteByForm } from './rewrite-by-form.ts';
import { rewriteAddress, rewriteBytes, rewriteBytesText } from './rewrite-bytes.ts';
import { rewriteJid } from './rewrite-jid.ts';
import type { Rewriter } from './rewriter.ts';

/**
 * Replaces a value unless the spec knows its place and its type cannot identify anybody.
 * @param known what the spec knows of its place; undefined if nothing
 * @param kind what its name says of it
 * @param tag the tag of the node whose content it is; '' for an attribute
 */
export function rewriteValue(
  text: string,
  known: KnownValue | undefined,
  kind: WordKind,
  tag: string,
  rewriter: Rewriter,
): string {
  const byForm = (): string => rewriteByForm(text, kind, tag, rewriter);
  const stays = (): string => shown(text, rewriter);
  const { to, count } = rewriter;
  if (isSmallNumber(text)) return to.small(text);
  if (known === undefined) return byForm();
  const { type, allowed } = known;
  // A value that the spec lists may look like a placeholder: it stays, and nothing else may get that placeholder.
  if (allowed.has(text)) return isWord(text) ? to.word(kind, text) : (rewriteJid(text, rewriter) ?? stays());
  switch (enumOfType(type) === undefined ? type : 'enum') {
    case 'bool':
      return valueFits(text, 'bool') ? text : byForm();
    case 'int':
      return /^-?\d{1,5}$/.test(text) || isNear(text, allowed) ? stays() : byForm();
    case 'timestamp': {
      const after = to.time(text);
      if (after === undefined) return /^\d{1,5}$/.test(text) ? stays() : byForm();
      count('time', text, after);
      return after;
    }
    case 'jid':
      return rewriteJid(text, rewriter) ?? byForm();
    case 'hex':
    case 'bytes':
      if (isWord(text)) return to.word(kind, text);
      return rewriteAddress(text, rewriter) ?? rewriteBytesText(text, tag, rewriter) ?? byForm();
    case 'enum': {
      // An enum lists bytes as hex; a log may have them as base64.
      const found = readBytesText(text);
      if (found !== undefined && allowed.has(hexOf(found.bytes))) return text;
      return found !== undefined && [...allowed].some(isHexBytes)
        ? found.write(rewriteBytes(found.bytes, tag, rewriter))
        : rewriteByForm(text, 'VALUE', tag, rewriter);
    }
    default:
      return byForm();
  }
}

// A small number stays; if it is a placeholder elsewhere, it keeps its number there.
function shown(text: string, { to }: Rewriter): string {
  if (/^99\d{3}$/.test(text)) to.number(text);
  return text;
}

/**
 * Whether a number differs from one that the spec lists in its last sixteen bits only: a flag with a small number in
 * it. It tells no more than a small number does.
 */
function isNear(text: string, listed: ReadonlySet<string>): boolean {
  if (!/^\d{6,10}$/.test(text)) return false;
  const high = (one: string): number => Math.floor(Number(one) / 0x1_0000);
  return [...listed].some((one) => /^\d{6,10}$/.test(one) && high(one) === high(text));
}

/** A whole number below 100 without a leading zero: it identifies nobody, whatever it counts. */
const isSmallNumber = (text: string): boolean => /^(?:0|[1-9]\d?)$/.test(text);

/** Whether a listed value is bytes in hex, and not a short word or number that happens to be hex digits. */
const isHexBytes = (text: string): boolean => /^(?:[0-9a-f]{2}){4,}$/.test(text);
