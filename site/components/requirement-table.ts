import { levelWords } from '../../lib/corpus/parts/requirements-about.ts';
import { type Html, html, joined } from '../html/html.ts';
import type { StatementView } from '../model/parts/part-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { evidenceWords } from './evidence-words.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

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
      <th scope="col">Name</th>
      <th scope="col">Confidence</th>
      <th scope="col">Statement</th>
      <th scope="col">Provenance</th>
    </tr>
  </thead>
  ${rows.map((row) => statementRow(row, links))}
</table>`;

const statementRow = (row: StatementView, links: TextLinks): Html => {
  const { fact, level, actor, subject } = row;
  return html`<tbody id=${fact.anchor}>
  <tr>
    <th scope="rowgroup" rowspan="2">
      <a class="self" href=${fact.href}>${fact.name}</a>
      ${actor !== undefined && html`<span class="type">${actor} <b class="level">${levelWords(level ?? '')}</b></span>`}
      ${subject !== undefined && html`<span class="type">about ${refLink(subject)}</span>`}
    </th>
    <td rowspan="2">${confidenceMark(fact.confidence)}</td>
    <td>
      ${proseLine(fact.description, links, fact.terms)}
      ${fact.when !== undefined && html`<p class="observed">when: ${proseLine(fact.when, links)}</p>`}
      ${row.consequence !== undefined && html`<p class="observed">otherwise: ${proseLine(row.consequence, links)}</p>`}
      ${row.inputs.length > 0 && html`<p class="observed">needs: ${codes(row.inputs)}</p>`}
      ${row.outputs.length > 0 && html`<p class="observed">gives: ${codes(row.outputs)}</p>`}
      ${row.constants.map(
        ({ name, value, sources }) =>
          html`<p class="observed">${name} = <code>${value}</code>${sources.length > 0 && html` (${refList(sources)})`}</p>`,
      )}
    </td>
    <td class="prov">
      ${fact.techniques.map((technique) => html`<span>${refLink(technique)} </span>`)}
      <span>${evidenceWords(fact)}</span>
    </td>
  </tr>
  <tr><td colspan="2">${evidenceFold(fact, links)}</td></tr>
</tbody>`;
};

const codes = (names: readonly string[]): ReturnType<typeof joined> =>
  joined(
    names.map((name) => html`<code>${name}</code>`),
    ', ',
  );
