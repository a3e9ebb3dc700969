import { type Html, html } from '../../html/html.ts';
import type { ValueUse } from '../../model/clients/value-uses.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { refLink } from '../ref-link.ts';
import { refList } from '../ref-list.ts';

/** Who writes and reads each value of an enum, and in which stanzas captures have it. */
export const valueUseTable = (uses: readonly ValueUse[], label: string): Html => html`<table class="slim">
  <caption class="vh">${label}</caption>
  <thead>
    <tr>
      <th scope="col">Value</th>
      <th scope="col">Confidence</th>
      <th scope="col">Written by</th>
      <th scope="col">Read by</th>
      <th scope="col">Only named by</th>
      <th scope="col">Captured in</th>
    </tr>
  </thead>
  <tbody>
    ${uses.map(
      ({ value, confidence, writtenBy, readBy, namedBy, capturedIn }) => html`<tr>
        <th scope="row"><code>${refLink(value)}</code></th>
        <td>${confidenceMark(confidence)}</td>
        ${cell('Written by', writtenBy)}
        ${cell('Read by', readBy)}
        ${cell('Only named by', namedBy)}
        <td data-label=${capturedIn.length > 0 && 'Captured in'}>${refList(capturedIn)}</td>
      </tr>`,
    )}
  </tbody>
</table>`;

const cell = (label: string, clients: readonly string[]): Html =>
  html`<td data-label=${clients.length > 0 && label}>${clients.join(', ')}</td>`;
