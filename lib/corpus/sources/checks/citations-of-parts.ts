import type { Corpus } from '../../model/corpus.ts';
import type { PartCitations } from '../../model/source-checks.ts';
import { parseSource } from '../source-ref.ts';

/**
 * Where client code cites each part, after a search: what was found, and what was known of flavors that were not
 * searched, such as those without a clone.
 * @returns the places by the id of the part; a part that nobody cites is left out
 */
export function citationsOfParts(
  { definitions, partCitations }: Pick<Corpus, 'definitions' | 'partCitations'>,
  found: {
    readonly citations: readonly { readonly part: string; readonly place: string }[];
    readonly searched: ReadonlySet<string>;
  },
): PartCitations {
  const isKept = (place: string): boolean => {
    const ref = parseSource(place);
    return ref.kind === 'flavor' && definitions.flavor.has(ref.flavor) && !found.searched.has(ref.flavor);
  };
  const places = [...definitions.part.keys()].map((id): [string, string[]] => {
    const before = (partCitations.get(id) ?? []).filter(isKept);
    const now = found.citations.filter(({ part }) => part === id).map(({ place }) => place);
    return [id, [...new Set([...before, ...now])]];
  });
  return new Map(places.filter(([, all]) => all.length > 0));
}
