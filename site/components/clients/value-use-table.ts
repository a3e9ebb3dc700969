import { type Html, type HtmlValue, html } from '../../html/html.ts';
import type { ValueUse } from '../../model/clients/value-uses.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { refLink } from '../ref-link.ts';
import { refList } from '../ref-list.ts';

/** What the table may say of a value. */
const COLUMNS: readonly { readonly title: string; readonly of: (use: ValueUse) => HtmlValue }[] = [
  { title: 'Written by', of: ({ writtenBy }) => writtenBy.length > 0 && writtenBy.join(', ') },
  { title: 'Read by', of: ({ readBy }) => readBy.length > 0 && readBy.join(', ') },
  { title: 'Only named by', of: ({ namedBy }) => namedBy.length > 0 && namedBy.join(', ') },
  { title: 'Captured in', of: ({ capturedIn }) => capturedIn.length > 0 && refList(capturedIn) },
];

/**
 * Who writes and reads each value of an enum, and in which stanzas captures have it. What is known of no value has no
 * column.
 */
export function valueUseTable(uses: readonly ValueUse[], label: string): Html {
  const columns = COLUMNS.filter(({ of }) => uses.some((use) => of(use) !== false));
  return html`<table class="slim">
  <caption class="vh">${label}</caption>
  <thead>
    <tr>
      <th scope="col">Value</th>
      <th scope="col">Confidence</th>
      ${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
    </tr>
  </thead>
  <tbody>
    ${uses.map(
      (use) => html`<tr>
        <th scope="row"><code>${refLink(use.value)}</code></th>
        <td>${confidenceMark(use.confidence)}</td>
        ${columns.map(({ title, of }) => html`<td data-label=${of(use) !== false && title}>${of(use)}</td>`)}
      </tr>`,
    )}
  </tbody>
</table>`;
}
