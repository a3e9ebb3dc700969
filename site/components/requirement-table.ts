import { levelWords } from '../../lib/corpus/parts/requirements-about.ts';
import { type Html, html, joined } from '../html/html.ts';
import type { StatementView } from '../model/parts/part-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { statementRows } from './statement-rows.ts';

/**
 * Requirements or the steps of a procedure as rows, each with its evidence. On a narrow screen each row becomes an entry
 * with its parts below one another.
 */
export const requirementTable = (
  rows: readonly StatementView[],
  label: string,
  links: TextLinks,
): Html => html`<table class="facts" aria-label=${label}>
  <thead>
    <tr>
      <th scope="col">Name, Statement</th>
      <th scope="col">Who</th>
      <th scope="col">Confidence, Provenance</th>
    </tr>
  </thead>
  ${rows.map((row) => statementRow(row, links))}
</table>`;

const statementRow = (row: StatementView, links: TextLinks): Html => {
  const { fact, level, actor, subject } = row;
  return statementRows(
    fact,
    html`${actor !== undefined && html`${actor} <b class="level">${levelWords(level ?? '')}</b> `}`,
    html`${subject !== undefined && html`<p class="observed">about: ${refLink(subject)}</p>`}
      ${fact.when !== undefined && html`<p class="observed">when: ${proseLine(fact.when, links)}</p>`}
      ${row.consequence !== undefined && html`<p class="observed">otherwise: ${proseLine(row.consequence, links)}</p>`}
      ${row.inputs.length > 0 && html`<p class="observed">needs: ${codes(row.inputs)}</p>`}
      ${row.outputs.length > 0 && html`<p class="observed">gives: ${codes(row.outputs)}</p>`}
      ${row.constants.map(
        ({ name, value, sources }) =>
          html`<p class="observed">${name} = <code>${value}</code>${sources.length > 0 && html` (${refList(sources)})`}</p>`,
      )}`,
    links,
  );
};

const codes = (names: readonly string[]): ReturnType<typeof joined> =>
  joined(
    names.map((name) => html`<code>${name}</code>`),
    ', ',
  );
