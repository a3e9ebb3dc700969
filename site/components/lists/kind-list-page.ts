import { type Cell, type KindListRow, kindList } from '../../../lib/corpus/lists/kind-list.ts';
import { KINDS, type KindColumn, type PageKind } from '../../../lib/schema/kinds.ts';
import { type Html, type HtmlValue, html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { tallyOf } from '../../model/views/tally-view.ts';
import { type ListColumn, listTable } from '../list-table.ts';
import { proseLine } from '../prose.ts';
import { refList } from '../ref-list.ts';
import { tallyCell } from '../tally-cell.ts';

/** What the reader of a list has to know besides what the table of kinds says. */
const NOTES: { readonly [K in PageKind]?: string } = {
  flow: 'Each step has a confidence and its evidence.',
  technique: [
    'Each observes one channel: the wire, the running application, or its code. Two techniques confirm a fact only if',
    'their channels differ.',
  ].join(' '),
  flavor:
    'A flavor can corroborate a fact, but not confirm it. A port does not corroborate the project it was ported from.',
};

/** The list of a kind that has columns in the table of kinds: the text above its table, and the table. */
export function kindListPage(kind: PageKind, site: Site): { readonly intro: Html; readonly table: Html } {
  const { title, about } = KINDS[kind];
  const { columns, rows } = kindList(site.publication.corpus, kind);
  const shown: [ListColumn<KindListRow>, ...ListColumn<KindListRow>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: (row) =>
        html`<a href=${site.links.definition(kind, row.id)} class=${row.title === row.id && 'id'}>${row.title}</a>`,
    },
    ...columns.map((column, i) => columnOf(column, i, rows, site)),
  ];
  return {
    intro: html`<p class="lede">${[about, NOTES[kind] ?? ''].join(' ').trim()}</p>`,
    table: listTable(title, shown, rows),
  };
}

function columnOf(
  column: KindColumn,
  i: number,
  rows: readonly KindListRow[],
  site: Site,
): ListColumn<KindListRow> {
  const { title, label = title } = column;
  const cell = (row: KindListRow): HtmlValue => htmlOf(row.cells[i] as Cell, column, site);
  // All cells of a column are alike.
  switch (rows[0]?.cells[i]?.is) {
    case 'count':
      return { title, label, sort: 'number', className: 'number', cell };
    case 'tally':
      return { title, label, sort: 'number', value: (row) => sizeOf(row.cells[i] as Cell), cell };
    case 'prose':
      return { title, label, cell };
    default:
      return { title, label, sort: 'text', cell };
  }
}

const sizeOf = (cell: Cell): number => (cell.is === 'tally' ? cell.of.length : 0);

function htmlOf(cell: Cell, { key, empty = '' }: KindColumn, { links, textLinks }: Site): HtmlValue {
  switch (cell.is) {
    case 'text':
      return cell.text || empty;
    case 'code':
      return html`<code>${key === 'tag' && cell.text === '*' ? 'any tag' : cell.text}</code>`;
    case 'prose':
      return proseLine(cell.text, textLinks);
    case 'count':
      return cell.count;
    case 'tally':
      return tallyCell(tallyOf(cell.of, key.replace(/s$/, '')));
    case 'ids':
      return cell.ids.length === 0 ? empty : refList(cell.ids.map((id) => links.ref(cell.kind, id)));
    default:
      return cell satisfies never;
  }
}
