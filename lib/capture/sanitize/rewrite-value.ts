import { baseOfType, typeOf, valueFits } from '../../corpus/match/value-fits.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';
import type { KnownValue } from '../lookup/known-node.ts';
import { isPublic, isSmallNumber } from './is-public.ts';
import { isWord, type WordKind } from './placeholders/word-placeholders.ts';
import { rewriteAs, rewriteByForm } from './rewrite-by-form.ts';
import { rewriteByPrivacy } from './rewrite-by-privacy.ts';
import { bytesFamily, isAddress, rewriteBytes } from './rewrite-bytes.ts';
import { rewriteJid } from './rewrite-jid.ts';
import type { Rewriter } from './rewriter.ts';

/**
 * Replaces a value unless the spec knows its place and its type cannot identify anybody. A type of the spec decides
 * among the placeholders; it lets a value stay only if it is public and does not look personal.
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
  const { to, corpus } = rewriter;
  const types = corpus.definitions.type;
  const defined = known === undefined ? undefined : typeOf(known.type, types);
  if (isSmallNumber(text) && defined?.privacy !== 'secret') return to.small(text);
  if (known === undefined) return rewriteByForm(text, kind, tag, rewriter);
  const { type, allowed } = known;
  // A value that the spec lists may look like a placeholder: it stays, and nothing else may get that placeholder.
  if (allowed.has(text)) {
    return isWord(text) ? to.word(kind, text) : (rewriteJid(text, rewriter) ?? stays(text, rewriter));
  }
  if (enumOfType(type) !== undefined) return rewriteEnumValue(text, allowed, tag, rewriter);
  if (defined === undefined) {
    const base = baseOfType(type, types);
    // A spec without types cannot say which numbers are public: there, those of no more than five digits are.
    if (corpus.absent.has('type')) {
      const isNumber = base === 'int' || (base === 'timestamp' && text.length <= 5);
      if (isNumber && isPublic(text, 'int', allowed, corpus)) return stays(text, rewriter);
    }
    return rewriteByBase(text, base, kind, tag, rewriter);
  }
  if (defined.privacy === 'public' && valueFits(text, type, types)) {
    if (isPublic(text, defined.base, allowed, corpus)) return stays(text, rewriter);
  }
  return rewriteByPrivacy(text, defined, kind, tag, rewriter, () =>
    rewriteByBase(text, defined.base, kind, tag, rewriter),
  );
}

function rewriteByBase(
  text: string,
  base: ReturnType<typeof baseOfType>,
  kind: WordKind,
  tag: string,
  rewriter: Rewriter,
): string {
  const byForm = (): string => rewriteByForm(text, kind, tag, rewriter);
  const { to } = rewriter;
  switch (base) {
    case 'bool':
      return valueFits(text, 'bool') ? text : byForm();
    case 'int':
      if (/^-?\d{1,2}$/.test(text)) return text;
      // With zeros before it, it may be blanked bytes.
      return /^-?(?!00)\d+$/.test(text) ? rewriteAs('number', text, kind, tag, rewriter) : byForm();
    case 'timestamp':
      if (/^\d{1,2}$/.test(text)) return text;
      return to.time(text) === undefined ? byForm() : rewriteAs('time', text, kind, tag, rewriter);
    case 'jid':
      return rewriteJid(text, rewriter) ?? byForm();
    case 'hex':
    case 'bytes': {
      if (isWord(text)) return to.word(kind, text);
      const family = isAddress(text) ? 'address' : bytesFamily(text, tag);
      return family === undefined ? byForm() : rewriteAs(family, text, kind, tag, rewriter);
    }
    case 'string':
    case undefined:
      return byForm();
    default:
      return base satisfies never;
  }
}

// An enum lists bytes as hex; a log may have them as base64.
function rewriteEnumValue(
  text: string,
  allowed: ReadonlySet<string>,
  tag: string,
  rewriter: Rewriter,
): string {
  const found = readBytesText(text);
  if (found !== undefined && allowed.has(hexOf(found.bytes))) return text;
  return found !== undefined && [...allowed].some(isHexBytes)
    ? found.write(rewriteBytes(found.bytes, tag, rewriter))
    : rewriteByForm(text, 'VALUE', tag, rewriter);
}

// A small number stays; if it is a placeholder elsewhere, it stays one there.
function stays(text: string, { to }: Rewriter): string {
  if (/^99\d{3}$/.test(text)) {
    to.family(text, 'number');
    to.number(text);
  }
  return text;
}

/** Whether a listed value is bytes in hex, and not a short word or number that happens to be hex digits. */
const isHexBytes = (text: string): boolean => /^(?:[0-9a-f]{2}){4,}$/.test(text);
