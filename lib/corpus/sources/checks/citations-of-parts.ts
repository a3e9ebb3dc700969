import type { Corpus } from '../../model/corpus.ts';
import type { PartCitation, PartCitations } from '../../model/source-checks.ts';

/**
 * Where client code cites each part, after a search: what was found, and what was known of flavors that were not
 * searched, such as those without a clone. What was known keeps its commit, so that it is seen when that has moved.
 * @returns the places by the id of the part; a part that nobody cites is left out
 */
export function citationsOfParts(
  { definitions, partCitations }: Pick<Corpus, 'definitions' | 'partCitations'>,
  found: {
    readonly citations: readonly (PartCitation & { readonly part: string })[];
    readonly searched: ReadonlySet<string>;
  },
): PartCitations {
  const isKept = ({ flavor }: PartCitation): boolean =>
    definitions.flavor.has(flavor) && !found.searched.has(flavor);
  const places = [...definitions.part.keys()].map((id): [string, PartCitation[]] => {
    const before = (partCitations.get(id) ?? []).filter(isKept);
    const now = found.citations.filter(({ part }) => part === id);
    const all = [...before, ...now].map(({ place, flavor, commit }) => ({ place, flavor, commit }));
    return [id, [...new Map(all.map((one) => [one.place, one])).values()]];
  });
  return new Map(places.filter(([, all]) => all.length > 0));
}

/**
 * The lines of client code that cite a part, at the commits of their flavors today. What was found at another commit is
 * left out: nobody knows which lines those are now, and a rule reports it.
 */
export const citedIn = (
  { definitions, partCitations }: Pick<Corpus, 'definitions' | 'partCitations'>,
  part: string,
): readonly string[] =>
  (partCitations.get(part) ?? [])
    .filter(({ flavor, commit }) => definitions.flavor.get(flavor)?.data.commit === commit)
    .map(({ place }) => place);
