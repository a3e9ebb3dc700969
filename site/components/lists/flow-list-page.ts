import { flowList, type ListedFlow } from '../../../lib/corpus/lists/flow-list.ts';
import { html } from '../../html/html.ts';
import type { Site } from '../../model/frame/site.ts';
import { type ListColumn, listTable, numberColumn, textColumn } from '../list-table.ts';
import { proseLine } from '../prose.ts';
import { refLink } from '../ref-link.ts';
import type { DefinitionList } from './definition-list.ts';
import { tallyColumn } from './tally-column.ts';

/** The list of flows. */
export function flowListPage({ publication, links, textLinks }: Site): DefinitionList {
  const rows = flowList(publication.corpus);
  const columns: [ListColumn<ListedFlow>, ...ListColumn<ListedFlow>[]] = [
    {
      title: 'Name',
      sort: 'text',
      cell: ({ entry: { id, data } }) => refLink({ text: data.title, href: links.definition('flow', id) }),
    },
    { title: 'What happens', cell: ({ entry }) => proseLine(entry.data.summary, textLinks) },
    textColumn('Between', ({ entry }) => entry.data.participants.map(({ label }) => label).join(', ')),
    tallyColumn('Steps', ({ entry }) => entry.data.steps, 'step'),
    numberColumn('Questions', ({ openQuestions }) => openQuestions, 'Open questions'),
    numberColumn('Disputes', ({ openDisputes }) => openDisputes),
  ];
  return {
    title: 'Flows',
    description: 'Which stanzas follow one another, and who sends them.',
    intro: html`
      <p class="lede">Which stanzas follow one another, and who sends them. Each step says how sure it is and what it rests on.</p>
      ${rows.length === 0 && html`<p class="note">The spec has no flows yet.</p>`}`,
    table: rows.length === 0 ? undefined : listTable('Flows', columns, rows),
  };
}
