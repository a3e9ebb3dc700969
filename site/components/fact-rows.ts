import { type Html, type HtmlValue, html } from '../html/html.ts';

/**
 * The two rows of a fact: a line with what it is, and below it, over the whole width, what it means.
 * @param name its name, and what it is
 * @param traits what stands beside the name, such as its legs; false for kinds of facts that have none
 * @param confidence how sure it is
 */
export const factRows = (
  anchor: string,
  name: HtmlValue,
  traits: HtmlValue,
  confidence: HtmlValue,
  about: HtmlValue,
): Html => html`<tbody id=${anchor}>
  <tr>${traits === false ? html`<th scope="rowgroup" colspan="2">${name}</th>` : html`<th scope="rowgroup">${name}</th><td class="legs">${traits}</td>`}<td>${confidence}</td></tr>
  <tr><td colspan="3">${about}</td></tr>
</tbody>`;
