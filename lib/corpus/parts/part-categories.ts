import { KINDS } from '../../schema/kinds.ts';
import type { PartCategory } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Corpus, Entry } from '../model/corpus.ts';

/** A category with its parts, by their order and then by their ids. */
export interface CategoryOfParts extends PartCategory {
  readonly parts: readonly Entry<'part'>[];
}

/** The categories that have parts, in the order of the spec. */
export function partCategories({ spec, definitions }: Corpus): readonly CategoryOfParts[] {
  const listed = spec.part_categories ?? KINDS.part.at.folders.map((id) => ({ id, title: capitalized(id) }));
  const byCategory = Map.groupBy(definitions.part.values(), ({ data }) => data.category);
  const others = [...byCategory.keys()]
    .filter((id) => !listed.some((one) => one.id === id))
    .sort(compareText);
  return [...listed, ...others.map((id) => ({ id, title: capitalized(id) }))].flatMap(({ id, title }) => {
    const parts = byCategory.get(id);
    return parts === undefined ? [] : [{ id, title, parts: parts.toSorted(byOrder) }];
  });
}

const byOrder = (a: Entry<'part'>, b: Entry<'part'>): number =>
  (a.data.order ?? Number.MAX_SAFE_INTEGER) - (b.data.order ?? Number.MAX_SAFE_INTEGER) ||
  compareText(a.id, b.id);

const capitalized = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
