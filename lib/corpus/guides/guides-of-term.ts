import { linksIn, readMarkdown } from '../../prose/read-markdown.ts';
import type { Guide } from '../../schema/types.generated.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { GLOSSARY } from './is-guide-target.ts';

/** The guides that use a term of the glossary, by the term: those that link to it. */
export const guidesOfTerm = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Guide[]> => {
  const guides = new Map<string, Guide[]>();
  for (const { data } of corpus.definitions.guide.values()) {
    const links = data.sections.flatMap(({ text }) =>
      text === undefined ? [] : linksIn(readMarkdown(text)),
    );
    for (const to of new Set(links.map((link) => link.to))) {
      if (!to.startsWith(GLOSSARY)) continue;
      const term = to.slice(GLOSSARY.length);
      guides.set(term, [...(guides.get(term) ?? []), data]);
    }
  }
  return guides;
});
