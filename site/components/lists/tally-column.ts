import { type TallyView, tallyOf } from '../../model/views/tally-view.ts';
import type { ListColumn } from '../list-table.ts';
import { tallyCell } from '../tally-cell.ts';

/** A column of facts, or of anything else that has a confidence. */
export function tallyColumn<R>(
  title: string,
  counted: (row: R) => Parameters<typeof tallyOf>[0],
  noun?: string,
): ListColumn<R> {
  const tally = (row: R): TallyView => tallyOf(counted(row), noun);
  return {
    title,
    label: title,
    sort: 'number',
    value: (row) => counted(row).length,
    cell: (row) => tallyCell(tally(row)),
  };
}
