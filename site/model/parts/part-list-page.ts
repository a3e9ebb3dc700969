import { definitionList, type ListedDefinition } from '../../../lib/corpus/lists/definition-list.ts';
import type { Publication } from '../../../lib/corpus/model/publication.ts';
import { type CategoryOfParts, partCategories } from '../../../lib/corpus/parts/part-categories.ts';
import { partTexts } from '../../../lib/corpus/parts/part-texts.ts';

/** A part in the list of all parts. */
export interface PartRow extends ListedDefinition<'part'> {
  /** Its statements that are only Markdown. */
  readonly bare: number;
}

/** The parts of one category. */
export interface PartGroup extends Pick<CategoryOfParts, 'id' | 'title'> {
  readonly rows: readonly PartRow[];
}

/** All parts by category. */
export function partListPage({ corpus }: Publication): readonly PartGroup[] {
  const rows = new Map(definitionList(corpus, 'part').map((row) => [row.entry.id, row]));
  return partCategories(corpus).map(({ id, title, parts }) => ({
    id,
    title,
    rows: parts.flatMap((part) => {
      const row = rows.get(part.id);
      return row === undefined ? [] : [{ ...row, bare: partTexts(part.data).statements }];
    }),
  }));
}
