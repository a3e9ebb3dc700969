import { type Html, type HtmlValue, html, joined } from '../../html/html.ts';
import type { ValueUse } from '../../model/clients/value-uses.ts';
import type { Ref } from '../../model/links/ref.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { refLink } from '../ref-link.ts';

/** Who writes and reads each value of an enum, and in which stanzas captures have it, or logs that others posted. */
export const valueUseTable = (uses: readonly ValueUse[], label: string): Html => html`<table class="slim">
  <caption class="vh">${label}</caption>
  <thead>
    <tr>
      <th scope="col">Value</th>
      <th scope="col">Confidence</th>
      <th scope="col">Written by</th>
      <th scope="col">Read by</th>
      <th scope="col">Only named by</th>
      <th scope="col">Seen in</th>
    </tr>
  </thead>
  <tbody>
    ${uses.map(
      ({ value, confidence, writtenBy, readBy, namedBy, describedBy, capturedIn, posted }) => html`<tr>
        <th scope="row"><code>${refLink(value)}</code></th>
        <td>${confidenceMark(confidence)}</td>
        ${cell('Written by', writtenBy)}
        ${cell('Read by', readBy)}
        ${cell('Only named by', named(namedBy, describedBy))}
        ${cell('Seen in', seenIn(capturedIn, posted))}
      </tr>`,
    )}
  </tbody>
</table>`;

const cell = (label: string, content: readonly HtmlValue[]): Html =>
  html`<td data-label=${content.length > 0 && label}>${joined(content, ', ')}</td>`;

const named = (namedBy: readonly string[], describedBy: readonly string[]): readonly HtmlValue[] => [
  ...namedBy,
  ...(describedBy.length > 0 ? [html`<i>described by ${describedBy.join(', ')}</i>`] : []),
];

/** Of several logs the first has the words; the others are numbered. */
const seenIn = (capturedIn: readonly Ref[], posted: readonly Ref[]): readonly HtmlValue[] => [
  ...capturedIn.map(refLink),
  ...posted.map(({ text, href }, i) => refLink({ text: i === 0 ? text : `${text} ${i + 1}`, href })),
];
