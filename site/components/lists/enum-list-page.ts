import { enumList, type ListedEnum } from '../../../lib/corpus/lists/enum-list.ts';
import { counted } from '../../../lib/text/counted.ts';
import { html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable, numberColumn, textColumn } from '../list-table.ts';
import { refLink } from '../ref-link.ts';
import type { DefinitionList } from './definition-list.ts';
import { tallyColumn } from './tally-column.ts';

/** The list of enums. */
export function enumListPage({ publication, links }: Site): DefinitionList {
  const rows = enumList(publication.corpus);
  const columns: [ListColumn<ListedEnum>, ...ListColumn<ListedEnum>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: ({ entry: { id, data } }) => refLink({ text: data.title, href: links.definition('enum', id) }),
    },
    { title: 'Type', label: 'Type', sort: 'text', cell: ({ entry }) => html`<code>enum:${entry.id}</code>` },
    textColumn('Status', ({ entry }) => entry.data.status),
    tallyColumn('Values', ({ values }) => values),
    numberColumn('Used by', ({ uses }) => uses.length),
    numberColumn('Questions', ({ openQuestions }) => openQuestions, 'Open questions'),
    numberColumn('Disputes', ({ openDisputes }) => openDisputes),
  ];
  return {
    title: 'Enums',
    description: 'Every set of values that attributes share.',
    intro: html`<p class="note">${counted(rows.length, 'set')} of values, each with the attributes that use it.</p>`,
    table: listTable('Enums', columns, rows),
  };
}
