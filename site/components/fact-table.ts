import { type Html, html, joined } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { FactView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { evidenceWords } from './evidence-words.ts';
import { factConditions } from './fact-conditions.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/**
 * Facts as rows. On a narrow screen each row becomes an entry with its parts below one another.
 * @param label what the table lists, for screen readers
 * @param of what the facts are: attributes have types, values of an enum do not
 */
export function factTable(
  rows: readonly FactView[],
  label: string,
  links: TextLinks,
  of: 'attributes' | 'values' = 'attributes',
): Html {
  return html`<table class="facts" aria-label=${label}>
    <thead>
      <tr>
        <th scope="col">${of === 'values' ? 'Value' : 'Name, Type, Required'}</th>
        <th scope="col">Confidence</th>
        <th scope="col">Description</th>
        <th scope="col">Provenance</th>
      </tr>
    </thead>
    ${rows.map((fact) => factRow(fact, links))}
  </table>`;
}

function factRow(fact: FactView, links: TextLinks): Html {
  const hasFold = fact.at === undefined || fact.disputes.length > 0;
  const rows = hasFold ? 2 : false;
  return html`<tbody id=${fact.anchor}>
  <tr>
    <th scope="rowgroup" rowspan=${rows}>
      <a class="self" href=${fact.href}>${fact.name === '' ? '(empty)' : fact.name}</a>
      ${
        fact.type !== undefined &&
        html` <span class="type">${refLink(fact.type)}${fact.size !== undefined && `, ${fact.size}`}</span>`
      }
      ${presenceMarks(fact.presence)}
    </th>
    <td rowspan=${rows}>${confidenceMark(fact.confidence)}</td>
    <td>
      ${proseLine(fact.description, links, fact.terms)}
      ${fact.value !== undefined && html`<p class="observed">always <code>${fact.value}</code></p>`}
      ${factConditions(fact, links)}
      ${fact.observed.length > 0 && html`<p class="observed">observed: ${observedValues(fact)}</p>`}
    </td>
    <td class="prov">
      ${fact.techniques.map((technique) => html`<span>${refLink(technique)} </span>`)}
      <span>${evidenceWords(fact)}</span>
    </td>
  </tr>
  ${hasFold && html`<tr><td colspan="2">${evidenceFold(fact, links)}</td></tr>`}
</tbody>`;
}

const observedValues = ({ observed }: FactView): ReturnType<typeof joined> =>
  joined(
    observed.map(({ text, href }) => {
      const code = html`<code>${text}</code>`;
      return href === undefined ? code : html`<a href=${href}>${code}</a>`;
    }),
    ', ',
  );
