import { type Registered, registryList } from '../../../lib/corpus/lists/registry-list.ts';
import { factsDisputedBy } from '../../../lib/corpus/lookup/facts-disputed-by.ts';
import { html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable, numberColumn, textColumn } from '../list-table.ts';
import { refLink } from '../ref-link.ts';
import { refList } from '../ref-list.ts';
import type { DefinitionList } from './definition-list.ts';
import { tallyColumn } from './tally-column.ts';

type Row = Registered<'flavor'>;

/** The list of flavors. */
export function flavorListPage({ publication: { corpus }, links }: Site): DefinitionList {
  const origins = ({ entry }: Row) => (entry.data.derives_from ?? []).map((id) => links.ref('flavor', id));
  const columns: [ListColumn<Row>, ...ListColumn<Row>[]] = [
    { title: 'Id', sort: 'text', cell: ({ entry }) => refLink(links.ref('flavor', entry.id)) },
    textColumn('Language', ({ entry }) => entry.data.language ?? ''),
    textColumn('Maturity', ({ entry }) => entry.data.maturity ?? ''),
    {
      title: 'Derives from',
      label: 'Derives from',
      sort: 'text',
      cell: (row) => (origins(row).length === 0 ? 'nothing known' : refList(origins(row))),
    },
    tallyColumn('Facts', ({ facts }) => facts),
    numberColumn(
      'Disputes',
      ({ entry }) => factsDisputedBy(corpus, entry.id).length,
      'Facts that it disputes',
    ),
  ];
  return {
    title: 'Flavors',
    description: 'Independent reimplementations whose code is evidence.',
    intro: html`<p class="lede">${[
      'Independent reimplementations of the protocol, and earlier descriptions of it, whose code is evidence. A flavor',
      'corroborates a fact; it never confirms one. A port does not corroborate what it was ported from.',
    ].join(' ')}</p>`,
    table: listTable('Flavors', columns, registryList(corpus, 'flavor')),
  };
}
