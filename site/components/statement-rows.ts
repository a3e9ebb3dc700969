import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { evidenceWords } from './evidence-words.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/**
 * The rows of a statement of a part, such as a requirement or a field: what it is, what it says, and its evidence.
 * @param name what stands below its name
 * @param more what stands below its description
 */
export const statementRows = (
  fact: FactView,
  name: HtmlValue,
  more: HtmlValue,
  links: TextLinks,
): Html => html`<tbody id=${fact.anchor}>
  <tr>
    <th scope="rowgroup" rowspan="2">
      <a class="self" href=${fact.href}>${fact.name}</a>
      ${name}
    </th>
    <td rowspan="2">${confidenceMark(fact.confidence)}</td>
    <td>
      ${proseLine(fact.description, links, fact.terms)}
      ${more}
    </td>
    <td class="prov">
      ${fact.techniques.map((technique) => html`<span>${refLink(technique)} </span>`)}
      <span>${evidenceWords(fact)}</span>
    </td>
  </tr>
  <tr><td colspan="2">${evidenceFold(fact, links)}</td></tr>
</tbody>`;
