import { type Html, type HtmlValue, html } from '../html/html.ts';

/** A column of a list of definitions. */
export interface ListColumn<R> {
  readonly title: string;
  /** The label of a value on a narrow screen, where each row becomes an entry of its own. */
  readonly label?: string | ((row: R) => string);
  /** How its values are compared; without it the column cannot be sorted. */
  readonly sort?: 'text' | 'number';
  /** What it is sorted by, where that is not what it shows. */
  readonly value?: (row: R) => number;
  readonly className?: string;
  readonly cell: (row: R) => HtmlValue;
}

/**
 * A list of definitions as a table. The first column names what a row is about.
 * @param caption what the table lists, for screen readers
 * @param id the id of a row, if something links to it
 */
export function listTable<R>(
  caption: string,
  [name, ...columns]: readonly [ListColumn<R>, ...ListColumn<R>[]],
  rows: readonly R[],
  id: (row: R) => string | undefined = () => undefined,
): Html {
  return html`<table class="list">
    <caption class="vh">${caption}</caption>
    <thead>
      <tr>${[name, ...columns].map(({ title, sort }) => html`<th scope="col" data-sort=${sort}>${title}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr id=${id(row)}>
          <th scope="row">${name.cell(row)}</th>
          ${columns.map(
            ({ label, value, className, cell }) =>
              html`<td data-label=${typeof label === 'function' ? label(row) : label} data-value=${value?.(row)} class=${className}>${cell(row)}</td>`,
          )}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A column of numbers. */
export const numberColumn = <R>(title: string, cell: (row: R) => number, label = title): ListColumn<R> => ({
  title,
  label,
  sort: 'number',
  className: 'number',
  cell,
});

/** A column of words. */
export const textColumn = <R>(title: string, cell: (row: R) => string): ListColumn<R> => ({
  title,
  label: title,
  sort: 'text',
  cell,
});
