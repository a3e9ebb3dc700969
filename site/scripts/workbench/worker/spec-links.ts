import { homeAnchor } from '../../../../lib/corpus/facts/home-anchor.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { fragment } from '../../../../lib/pages/fragment.ts';
import { pagePath } from '../../../../lib/pages/page-path.ts';
import { type ProsePart, parseProse } from '../../../../lib/prose/parse-prose.ts';
import type { PageKind } from '../../../../lib/schema/kinds.ts';
import type { LinkedText } from '../messages/stanza-view.ts';

/** Names of the spec with the pages that they link to. */
export interface SpecLinks {
  stanza(id: string | undefined): LinkedText | undefined;
  /** A fact by its path; without a page if the spec does not have it. */
  fact(path: string): LinkedText;
  /** A text in parts, with links from the names in it to what they name. */
  prose(text: string): readonly LinkedText[];
  /** @param question the id of the question, or its anchor */
  question(owner: string, question: string): LinkedText;
}

/** @param base the path of the site, with slashes at both ends */
export function specLinks(corpus: Corpus, base: string): SpecLinks {
  const page = (kind: PageKind, id: string): string | undefined =>
    corpus.definitions[kind].has(id) ? `${base}${pagePath(kind, id)}` : undefined;
  const at = (text: string, address: string | undefined, anchor = ''): LinkedText => ({
    text,
    href: address === undefined ? undefined : `${address}${fragment(anchor)}`,
  });
  const fact = (path: string): LinkedText => {
    const found = corpus.factByPath.get(path);
    if (found === undefined) return { text: path, href: undefined };
    return at(path, page(found.ownerKind, found.owner), homeAnchor(found));
  };
  const named = (part: ProsePart): LinkedText => {
    if (part.kind === 'link') return { text: wordsOf(part.parts), href: part.url };
    if ('parts' in part) return { text: wordsOf(part.parts), href: undefined };
    const known = part.kind === 'code' ? fact(part.text) : undefined;
    if (known?.href !== undefined || part.kind === 'text')
      return known ?? { text: part.text, href: undefined };
    const listed = part.text.startsWith('enum:') ? page('enum', part.text.slice('enum:'.length)) : undefined;
    return { text: part.text, href: listed ?? page('stanza', part.text) };
  };
  return {
    prose: (text) => parseProse(text.replace(/\s+/g, ' ')).flat().map(named),
    stanza: (id) => (id === undefined ? undefined : { text: id, href: page('stanza', id) }),
    fact,
    question(owner, question) {
      const asked = corpus.questions.find(
        (one) => one.owner === owner && (one.id ?? one.anchor) === question,
      );
      const address = asked === undefined ? undefined : page(asked.kind, owner);
      return at(question, address, asked?.anchor);
    },
  };
}

const wordsOf = (parts: readonly ProsePart[]): string =>
  parts.map((part) => ('parts' in part ? wordsOf(part.parts) : part.text)).join('');
