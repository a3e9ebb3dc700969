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

/** Rows of a list under one heading. */
export interface RowGroup<R> {
  /** The id of the heading, which others link to. */
  readonly anchor: string;
  readonly title: string;
  readonly about: HtmlValue;
  readonly rows: readonly R[];
}

type Columns<R> = readonly [ListColumn<R>, ...ListColumn<R>[]];

/**
 * A list of definitions as a table. The first column names what a row is about.
 * @param caption what the table lists, for screen readers
 * @param id the id of a row, if something links to it
 * @param className `slim` for few columns, which have room on a narrow screen too
 */
export const listTable = <R>(
  caption: string,
  columns: Columns<R>,
  rows: readonly R[],
  id: (row: R) => string | undefined = () => undefined,
  className: 'list' | 'slim' = 'list',
): Html =>
  html`<table class=${className}>
    ${tableHead(caption, columns)}
    <tbody>${rows.map((row) => tableRow(columns, row, id(row)))}</tbody>
  </table>`;

/** The same with a heading above the rows of each group. */
export const groupedTable = <R>(
  caption: string,
  className: string,
  columns: Columns<R>,
  groups: readonly RowGroup<R>[],
): Html =>
  html`<table class=${className}>
    ${tableHead(caption, columns)}
    ${groups.map(
      ({ anchor, title, about, rows }) => html`<tbody id=${anchor}>
        <tr class="group"><th scope="rowgroup" colspan=${columns.length}>${title}${about !== undefined && html` <small>${about}</small>`}</th></tr>
        ${rows.map((row) => tableRow(columns, row))}
      </tbody>`,
    )}
  </table>`;

const tableHead = <R>(caption: string, columns: Columns<R>): Html =>
  html`<caption class="vh">${caption}</caption>
    <thead>
      <tr>${columns.map(({ title, sort }) => html`<th scope="col" data-sort=${sort}>${title}</th>`)}</tr>
    </thead>`;

const tableRow = <R>([name, ...columns]: Columns<R>, row: R, id?: string): Html =>
  html`<tr id=${id}>
    <th scope="row">${name.cell(row)}</th>
    ${columns.map(
      ({ label, value, className, cell }) =>
        html`<td data-label=${typeof label === 'function' ? label(row) : label} data-value=${value?.(row)} class=${className}>${cell(row)}</td>`,
    )}
  </tr>`;

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
