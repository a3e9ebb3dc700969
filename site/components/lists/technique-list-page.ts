import { type Registered, registryList } from '../../../lib/corpus/lists/registry-list.ts';
import { questionsFor } from '../../../lib/corpus/lookup/questions-for.ts';
import { html } from '../../html/html.ts';
import { channelOf } from '../../model/definitions/technique-page.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable, numberColumn, textColumn } from '../list-table.ts';
import { refLink } from '../ref-link.ts';
import type { DefinitionList } from './definition-list.ts';
import { tallyColumn } from './tally-column.ts';

type Row = Registered<'technique'>;

/** The list of techniques. */
export function techniqueListPage({ publication: { corpus }, links }: Site): DefinitionList {
  const columns: [ListColumn<Row>, ...ListColumn<Row>[]] = [
    { title: 'Id', sort: 'text', cell: ({ entry }) => refLink(links.ref('technique', entry.id)) },
    textColumn('Name', ({ entry }) => entry.data.title),
    textColumn('Channel', ({ entry }) => channelOf(corpus, entry.id)),
    textColumn('Maturity', ({ entry }) => entry.data.maturity),
    tallyColumn('Facts', ({ facts }) => facts),
    numberColumn(
      'Could settle',
      ({ entry }) => questionsFor(corpus, entry.id).length,
      'Questions that it could settle',
    ),
  ];
  return {
    title: 'Techniques',
    description: 'The ways in which the protocol is observed.',
    intro: html`<p class="lede">${[
      'The ways in which the protocol is observed. Each listens on a channel: the wire, the running application, or its',
      'code. Two techniques confirm each other only when their channels differ.',
    ].join(' ')}</p>`,
    table: listTable('Techniques', columns, registryList(corpus, 'technique')),
  };
}
