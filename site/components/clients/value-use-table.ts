import { type Html, type HtmlValue, html, joined } from '../../html/html.ts';
import type { ValueUse } from '../../model/clients/value-uses.ts';
import type { Ref } from '../../model/links/ref.ts';
import { breakableName } from '../breakable-name.ts';
import { confidenceMark } from '../confidence-mark.ts';
import { refLink } from '../ref-link.ts';

/** What the table may say of a value. */
const COLUMNS: readonly { readonly title: string; readonly of: (use: ValueUse) => readonly HtmlValue[] }[] = [
  { title: 'Sent by', of: ({ sentBy }) => sentBy },
  { title: 'Written by', of: ({ writtenBy }) => writtenBy },
  { title: 'Read by', of: ({ readBy }) => readBy },
  { title: 'Only named by', of: ({ namedBy, describedBy }) => named(namedBy, describedBy) },
  { title: 'Seen in', of: ({ capturedIn, posted }) => seenIn(capturedIn, posted) },
];

/**
 * Which side of a call sends each value of an enum, who writes and reads it, and in which stanzas captures have it, or
 * logs that others posted. What is known of no value has no column.
 */
export function valueUseTable(uses: readonly ValueUse[], label: string): Html {
  const columns = COLUMNS.filter(({ of }) => uses.some((use) => of(use).length > 0));
  const cell = (title: string, content: readonly HtmlValue[]): Html =>
    html`<td data-label=${content.length > 0 && title}>${joined(content, ', ')}</td>`;
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
        <th scope="row"><a class="value" href=${use.value.href}>${breakableName(use.value.text)}</a></th>
        <td>${confidenceMark(use.confidence)}</td>
        ${columns.map(({ title, of }) => cell(title, of(use)))}
      </tr>`,
    )}
  </tbody>
</table>`;
}

function named(namedBy: readonly string[], describedBy: readonly string[]): readonly HtmlValue[] {
  const described = describedBy.length > 0 ? [`described by ${describedBy.join(', ')}`] : [];
  const both = [...(namedBy.length > 0 ? [namedBy.join(', ')] : []), ...described];
  return both.length > 0 ? [both.join('; ')] : [];
}

/** Of several logs the first has the words; the others are numbered. */
const seenIn = (capturedIn: readonly Ref[], posted: readonly Ref[]): readonly HtmlValue[] => [
  ...capturedIn.map(refLink),
  ...posted.map(({ text, href }, i) => refLink({ text: i === 0 ? text : `${text} ${i + 1}`, href })),
];
