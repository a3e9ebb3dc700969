import type { KindList, KindListRow } from '../../../lib/export/twins/kind-lists.ts';
import { html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable } from '../list-table.ts';
import type { DefinitionList } from './definition-list.ts';

/** The list of a kind that has columns in the table of kinds. */
export function kindListPage(
  { kind, title, about, columns, rows }: KindList,
  { links }: Site,
): DefinitionList {
  const shown: [ListColumn<KindListRow>, ...ListColumn<KindListRow>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: (row) => html`<a href=${links.definition(kind, row.id)}>${row.title}</a>`,
    },
    { title: 'Id', label: 'Id', sort: 'text', cell: (row) => html`<code>${row.id}</code>` },
    ...columns.map(
      (column, i): ListColumn<KindListRow> => ({
        title: column,
        label: column,
        sort: 'text',
        cell: (row) => row.cells[i] ?? '',
      }),
    ),
  ];
  return {
    title,
    description: about,
    intro: html`<p class="lede">${about}</p>${rows.length === 0 && html`<p>The spec has none yet.</p>`}`,
    table: rows.length === 0 ? undefined : listTable(title, shown, rows),
  };
}
