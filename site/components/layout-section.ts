import { type Html, html, joined } from '../html/html.ts';
import type { FieldView, LayoutView, VectorView } from '../model/parts/layout-view.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { breakableName } from './breakable-name.ts';
import { byteDiagram } from './byte-diagram.ts';
import { prose } from './prose.ts';
import { refLink } from './ref-link.ts';
import { statementRows } from './statement-rows.ts';

/** A layout: its drawing, its fields as a table with their evidence, and its vectors. */
export const layoutSection = (
  view: LayoutView,
  links: TextLinks,
): Html => html`<section class="layout" id=${view.layout.id} aria-label=${view.layout.title}>
  <h3><a class="self" href=${view.href}>${view.layout.title}</a> <small>${view.size}</small></h3>
  ${view.layout.description !== undefined && prose(view.layout.description, links)}
  ${byteDiagram(view)}
  <p class="note">A row of the drawing has four bytes; the number at its left is its first byte. What takes more than two rows is cut (…).</p>
  <table class="facts fields" aria-label="Fields of ${view.layout.title}">
    <thead>
      <tr>
        <th scope="col">Field, Meaning</th>
        <th scope="col">Byte, Length, Type</th>
        <th scope="col">Confidence, Provenance</th>
      </tr>
    </thead>
    ${view.fields.map((field) => fieldRow(field, links))}
  </table>
  ${view.vectors.map((vector) => vectorTable(vector, view.layout.title))}
</section>`;

const fieldRow = ({ fact, name, at, length, type, endian }: FieldView, links: TextLinks): Html =>
  statementRows(
    { ...fact, name },
    html`from ${at}, ${length} <span class="type">${refLink(type)}${endian !== undefined && `, ${endian} endian`}</span>`,
    fact.value !== undefined && html`<p class="observed">always <code>${fact.value}</code></p>`,
    links,
  );

const vectorTable = (
  { title, parts, sources }: VectorView,
  layout: string,
): Html => html`<table class="slim vector">
  <caption>Vector${title !== undefined && html`: ${title}`}<span class="vh"> of ${layout}</span></caption>
  <thead><tr><th scope="col">Field</th><th scope="col">Bytes</th><th scope="col">Value</th></tr></thead>
  <tbody>
    ${parts.map(
      ({ name, hex, value }) => html`<tr>
        <th scope="row">${name}</th>
        <td data-label="Bytes"><code>${hex}</code></td>
        <td data-label="Value">${value}</td>
      </tr>`,
    )}
  </tbody>
</table>
${
  sources.length > 0 &&
  html`<p class="note seen-at">Seen at: ${joined(
    sources.map(({ text, href }) => html`<a href=${href}>${breakableName(text)}</a>`),
    ', ',
  )}</p>`
}`;
