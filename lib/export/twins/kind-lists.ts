import type { Corpus } from '../../corpus/model/corpus.ts';
import { plainProse } from '../../prose/parse-prose.ts';
import { KINDS, PAGE_KINDS, type PageKind } from '../../schema/kinds.ts';
import { titleOf } from '../json/title-of.ts';

/** A kind that is listed by the columns of the table of kinds. */
export interface KindList {
  readonly kind: PageKind;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly KindListRow[];
}

export interface KindListRow {
  readonly id: string;
  readonly title: string;
  /** The values of the columns, by their keys; what a definition does not say is left out. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The same as plain text, in the order of the columns. */
  readonly cells: readonly string[];
}

/** The lists of the kinds that have columns, in the order of the table. */
export function kindLists({ definitions }: Pick<Corpus, 'definitions'>): KindList[] {
  return PAGE_KINDS.flatMap((kind): KindList[] => {
    const { title, about, columns } = KINDS[kind];
    if (columns === undefined) return [];
    const rows = [...definitions[kind].values()].map((entry): KindListRow => {
      const values = Object.fromEntries(
        columns
          .map(({ key }) => [key, Reflect.get(entry.data, key) as unknown] as const)
          .filter(([, value]) => value !== undefined),
      );
      return {
        id: entry.id,
        title: titleOf(entry),
        values,
        cells: columns.map(({ key }) => cellOf(values[key])),
      };
    });
    return [{ kind, title, about, columns: columns.map((one) => one.title), rows }];
  });
}

function cellOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return plainProse(value);
  if (Array.isArray(value)) return value.map(cellOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
