import { type Registered, registryList } from '../../../lib/corpus/lists/registry-list.ts';
import { capturesBy } from '../../../lib/corpus/lookup/captures-by.ts';
import { html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable, textColumn } from '../list-table.ts';
import { refLink } from '../ref-link.ts';
import { refList } from '../ref-list.ts';
import type { DefinitionList } from './definition-list.ts';
import { tallyColumn } from './tally-column.ts';

type Row = Registered<'contributor'>;

/** The list of contributors. */
export function contributorListPage({ publication: { corpus }, links }: Site): DefinitionList {
  const columns: [ListColumn<Row>, ...ListColumn<Row>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: ({ entry: { id, data } }) =>
        refLink({ text: data.name ?? id, href: links.definition('contributor', id) }),
    },
    textColumn('Affiliation', ({ entry }) => entry.data.affiliation ?? ''),
    {
      title: 'Techniques',
      label: 'Techniques',
      cell: ({ entry }) => refList((entry.data.techniques ?? []).map((id) => links.ref('technique', id))),
    },
    {
      title: 'Captures',
      label: 'Captures',
      sort: 'number',
      cell: ({ entry }) => capturesBy(corpus, entry.id).length,
    },
    tallyColumn('Facts', ({ facts }) => facts),
  ];
  return {
    title: 'Contributors',
    description: 'Who contributed facts and their evidence.',
    intro: html`<p class="lede">Who contributed facts and their evidence.</p>`,
    table: listTable('Contributors', columns, registryList(corpus, 'contributor')),
  };
}
