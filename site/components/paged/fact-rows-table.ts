import { type Html, html } from '../../html/html.ts';
import type { FactRow, FactRows } from '../../model/paged/fact-rows.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { refLink } from '../ref-link.ts';

const COLUMNS = ['Fact', 'Kind', 'Type', 'Confidence', 'Implementations', 'Dispute'];

/**
 * Facts as a table, each with what it says in a second line.
 * @param caption what it lists, for screen readers
 */
export const factRowsTable = (
  caption: string,
  groups: readonly FactRows[],
): Html => html`<table class="all-facts" data-rows>
  <caption class="vh">${caption}</caption>
  <thead><tr>${COLUMNS.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
  ${groups.map(
    ({ title, anchor, rows }) => html`<tbody id=${anchor}>
      <tr class="of"><th scope="rowgroup" colspan=${COLUMNS.length}>${refLink(title)}</th></tr>
      ${rows.map(factRow)}
    </tbody>`,
  )}
</table>`;

const factRow = ({
  fact,
  owner,
  name,
  href,
  type,
  techniques,
  implementations,
  dispute,
  says,
}: FactRow): Html => html`<tr class="fact">
    <th scope="row"><a href=${href}><i>${owner}</i><wbr>${breakable(name)}</a></th>
    <td>${fact.kind}</td>
    <td>${type !== undefined && refLink(type)}</td>
    <td>${confidenceMark(fact.confidence)}</td>
    <td>${implementations > 0 && implementations}</td>
    <td>${dispute}</td>
  </tr>
  <tr class="says"><td colspan=${COLUMNS.length}>${says}${techniques.length > 0 && html` <small>Seen by ${techniques.join(', ')}</small>`}</td></tr>`;

// A long path may break after its separators.
const breakable = (name: string): Html[] =>
  name.split(/(?<=[/@])(?=.)/).map((part, i) => (i === 0 ? html`${part}` : html`<wbr>${part}`));
