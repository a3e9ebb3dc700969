import type { FactOwner } from '../../schema/kinds.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Fact } from '../model/fact.ts';
import { rowsOf } from './rows-of.ts';

const byPlace = memoizeBy((corpus: Corpus): ReadonlyMap<string, Fact> => {
  const places = new Map<string, Fact>();
  for (const kind of ['stanza', 'node'] as const) {
    for (const id of corpus.nodeOf[kind].keys()) {
      const prefix = kind === 'node' ? `node/${id}:` : `${id}:`;
      for (const row of rowsOf(corpus, kind, id)) {
        const place = `${prefix}${row.anchor}`;
        if (place !== row.path) places.set(place, row);
      }
    }
  }
  return places;
});

const byFact = memoizeBy((corpus: Corpus): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string[]>();
  for (const [place, { path }] of byPlace(corpus)) {
    if (!place.startsWith('node/')) places.set(path, [...(places.get(path) ?? []), place]);
  }
  return places;
});

/** The places in stanzas at which a fact of a shared node or an envelope is used, in the order of the corpus. */
export const placesOf = (corpus: Corpus, { path }: Pick<Fact, 'path'>): readonly string[] =>
  byFact(corpus).get(path) ?? [];

/**
 * The fact of a path, or of a place where a shared node or an envelope is used, such as call-offer:offer/te@ip for
 * node/te:@ip. Its anchor is the one at the place.
 */
export const factAt = (corpus: Corpus, path: string): Fact | undefined =>
  corpus.factByPath.get(path) ?? byPlace(corpus).get(path);

/**
 * Where a fact is on the page of a definition that does not hold it itself, such as call-offer:offer/te@ip; undefined on
 * the page of its owner.
 */
export function placeOf(kind: FactOwner, id: string, { owner, ownerKind, anchor }: Fact): string | undefined {
  if (ownerKind === kind && owner === id) return undefined;
  return `${kind === 'node' ? 'node/' : ''}${id}:${anchor}`;
}
