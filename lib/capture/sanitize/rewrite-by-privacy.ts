import { memoizeBy } from '../../corpus/memoize-by.ts';
import { type PartOfValue, placeholderForm } from '../../corpus/types/placeholder-form.ts';
import type { Privacy, Type, TypePlaceholder } from '../../schema/types.generated.ts';
import { isPublic, isSmallNumber } from './is-public.ts';
import { isWord, type WordKind } from './placeholders/word-placeholders.ts';
import { rewriteAs, rewriteByForm } from './rewrite-by-form.ts';
import { ADDRESS_TAG, bytesFamily, isAddress } from './rewrite-bytes.ts';
import { isJid, rewriteJid } from './rewrite-jid.ts';
import type { Rewriter } from './rewriter.ts';

/**
 * Replaces a value by what a type of the spec says of it: part by part if it has parts, or else by its class. What looks
 * like a JID or an address is replaced as one, whatever the type says.
 * @param byBase replaces it as its built-in type asks for
 */
export function rewriteByPrivacy(
  text: string,
  { base, privacy, placeholder }: Type,
  kind: WordKind,
  tag: string,
  rewriter: Rewriter,
  byBase: () => string,
): string {
  if (base !== 'string') return privacy === 'address' ? byAddress(text, kind, rewriter) : byBase();
  const whole = (): string => byClass(text, privacy, kind, tag, rewriter);
  if (placeholder === undefined || isAddress(text) || isJid(text)) return whole();
  const split = splitting(placeholder);
  const parts = split(text);
  // Only the first part may be a JID: another one would make one together with what is before it.
  if (
    parts === undefined ||
    parts.some((part, i) => i > 0 && part.privacy !== undefined && part.text.includes('@'))
  ) {
    return whole();
  }
  const after = parts.map((part) => rewritePart(part, rewriter));
  const joined = after.join('');
  // A placeholder that would be taken apart in another way would change when it is sanitized again.
  const again = split(joined);
  const isSame = again?.every((part, i) => part.text === after[i]) === true;
  return isSame && !isAddress(joined) && !isJid(joined) ? joined : whole();
}

const splitting = memoizeBy((placeholder: TypePlaceholder) => {
  const form = placeholderForm(placeholder);
  // A rule reports a form that cannot be used.
  return 'split' in form ? form.split : () => undefined;
});

function rewritePart({ text, privacy }: PartOfValue, rewriter: Rewriter): string {
  if (privacy === undefined) return text;
  if (isSmallNumber(text) && privacy !== 'secret') return rewriter.to.small(text);
  if (privacy === 'public') {
    const base = /^\d+$/.test(text) ? 'int' : 'string';
    if (isPublic(text, base, new Set(), rewriter.corpus)) return text;
  }
  return byClass(text, privacy, 'TEXT', '', rewriter);
}

function byClass(text: string, privacy: Privacy, kind: WordKind, tag: string, rewriter: Rewriter): string {
  const named = (other: WordKind): WordKind => (kind === 'TEXT' ? other : kind);
  switch (privacy) {
    case 'account':
      if (text === '' || text.includes('@') || isWord(text) || isAddress(text)) break;
      return rewriteAs('account', text, kind, tag, rewriter);
    case 'time':
      if (rewriter.to.time(text) === undefined) break;
      return rewriteAs('time', text, kind, tag, rewriter);
    case 'address':
      return byAddress(text, kind, rewriter);
    case 'id':
    case 'device':
      return rewriteByForm(text, named('ID'), tag, rewriter);
    case 'secret':
      return rewriteByForm(text, named('TOKEN'), tag, rewriter);
    case 'public':
    case 'text':
      break;
    default:
      return privacy satisfies never;
  }
  return rewriteByForm(text, kind, tag, rewriter);
}

const HOST = /^(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*$/;

function byAddress(text: string, kind: WordKind, rewriter: Rewriter): string {
  // Servers of the protocol stay.
  if (isJid(text)) return rewriteJid(text, rewriter) ?? '';
  const family = isWord(text)
    ? undefined
    : HOST.test(text) && !isAddress(text)
      ? 'server'
      : bytesFamily(text, ADDRESS_TAG);
  return family === undefined
    ? rewriteByForm(text, kind, ADDRESS_TAG, rewriter)
    : rewriteAs(family, text, kind, ADDRESS_TAG, rewriter);
}
