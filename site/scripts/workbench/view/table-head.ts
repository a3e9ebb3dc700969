import { makeElement as make } from '../../search/make-element.ts';

/** The head of a table, with a title for each column. */
export function tableHead(...titles: readonly string[]): HTMLElement {
  const row = make('tr');
  for (const title of titles) {
    const cell = make('th', '', title);
    cell.scope = 'col';
    row.append(cell);
  }
  return make('thead', '', row);
}

/** The cell that names its row. */
export function rowHead(...inside: readonly (Node | string)[]): HTMLElement {
  const cell = make('th', '', ...inside);
  cell.scope = 'row';
  return cell;
}

/** A cell that shows its column's title where the table is narrow. */
export function labelledCell(title: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const cell = make('td', '', ...inside);
  cell.dataset['label'] = title;
  return cell;
}
