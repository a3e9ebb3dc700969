import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { DefinitionRow, SectionRow } from '../model/history/section-rows.ts';
import { kindAnchor } from '../model/lists/changes-page.ts';
import { changeLines } from './change-lines.ts';
import { refLink } from './ref-link.ts';

/** Changes by what they are, the most important first. */
export const changeKinds = (rows: readonly SectionRow[], label: string): HtmlValue =>
  rows.length > 0 &&
  html`<table class="slim kinds" aria-label=${label}>
    <thead><tr><th scope="col">Change</th><th scope="col">Number</th><th scope="col">Most of them in</th></tr></thead>
    <tbody>${rows.map(
      ({ title, anchor, count, isBreaking, most, rest }) => html`<tr id=${anchor}>
        <th scope="row">${title}${isBreaking && html` <small>breaking</small>`}</th>
        <td data-label="Number">${count}</td>
        <td>${joined(
          most.map((one) => [refLink(one), one.count > 1 && ` (${one.count})`]),
          ', ',
        )}${rest > 0 && ` and ${rest} more`}</td>
      </tr>`,
    )}</tbody>
  </table>`;

const COLUMNS = ['Breaking', 'New', 'Looser', 'Confidence', 'Text and evidence'] as const;

/** Changes by definition, with their numbers and where they are listed. */
export const changedDefinitions = (rows: readonly DefinitionRow[], label: string): HtmlValue =>
  rows.length > 0 &&
  html`<table class="slim numbers" aria-label=${label}>
    <thead><tr><th scope="col">Definition</th>${COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">All changes</th></tr></thead>
    ${[...Map.groupBy(rows, ({ kind }) => kind)].map(
      ([kind, own]) => html`<tbody id=${kindAnchor(kind)}>
        <tr><th scope="rowgroup" colspan="7">${kind}</th></tr>
        ${own.map(definitionRow)}
      </tbody>`,
    )}
  </table>`;

function definitionRow(row: DefinitionRow): Html {
  const { definition, anchor, whole, lines, details } = row;
  const name = html`<th scope="row">${refLink(definition)}</th>`;
  if (whole !== undefined) return html`<tr id=${anchor}>${name}<td colspan="6">${whole}</td></tr>`;
  if (details === undefined)
    return html`<tr id=${anchor}>${name}<td colspan="6">${changeLines(lines)}</td></tr>`;
  const { breaking, added, looser, confidence, other } = row;
  const total = breaking + added + looser + confidence + other;
  return html`<tr id=${anchor}>${name}
    ${[breaking, added, looser, confidence, other].map(
      (n, i) => html`<td data-label="${COLUMNS[i] ?? ''}">${n === 0 ? '' : n}</td>`,
    )}
    <td data-label="All changes"><a href=${details}>${total}</a></td>
  </tr>`;
}
