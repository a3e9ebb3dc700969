import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';

const byEnum = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly Fact[]> => {
  const mentions = new Map<string, Fact[]>();
  for (const fact of corpus.facts) {
    const prose = [fact.description, fact.when ?? '', ...fact.disputes.map(({ claim }) => claim)].join(' ');
    for (const id of new Set([...prose.matchAll(/`enum:([^`]+)`/g)].map(([, one = '']) => one))) {
      mentions.set(id, [...(mentions.get(id) ?? []), fact]);
    }
  }
  return mentions;
});

/**
 * The facts that speak of an enum in their words or in those of their disputes, and do not have it as their type, in
 * the order of the corpus.
 */
export const factsThatMention = (corpus: Corpus, id: string): readonly Fact[] =>
  (byEnum(corpus).get(id) ?? []).filter(({ type, owner }) => type !== `enum:${id}` && owner !== id);
