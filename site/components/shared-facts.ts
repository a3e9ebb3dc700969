import { counted } from '../../lib/text/counted.ts';
import { type Html, html, joined } from '../html/html.ts';
import type { SharedFactView } from '../model/nodes/shared-fact-view.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { codeLinks } from './code-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** More facts than this are folded. */
const MAX_OPEN = 16;

/**
 * What a node takes from a shared node or its envelope: each fact at its place, leading to the page that holds it with
 * its evidence.
 * @param label what the table holds, for readers who do not see what is above it
 */
export function sharedFacts(facts: readonly SharedFactView[], label: string, links: TextLinks): Html {
  const homes = new Map(facts.map(({ owner }) => [owner.href, owner]));
  const chips = [...homes.values()].map(({ text }) => html`<span class="chip">${text}</span>`);
  return html`<details class="fold shared" open=${facts.length <= MAX_OPEN}>
    <summary>${counted(facts.length, 'fact')} from ${joined(chips, ', ')}</summary>
    <table class="facts" aria-label=${label}>
      <thead>
        <tr>
          <th scope="col">Name, Type, Required</th>
          <th scope="col">Confidence</th>
          <th scope="col">Description</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      ${facts.map((fact) => sharedRow(fact, links))}
    </table>
  </details>`;
}

const sharedRow = (fact: SharedFactView, links: TextLinks): Html => html`<tbody id=${fact.anchor}><tr>
  <th scope="row">
    <a class="self" href=${fact.href}>${fact.name}</a>
    ${fact.type !== undefined && html` <span class="type">${refLink(fact.type)}</span>`}
    ${presenceMarks(fact.presence)}
  </th>
  <td>${confidenceMark(fact.confidence)}</td>
  <td>
    ${fact.choice !== undefined && html`${fact.choice.words} ${codeLinks(fact.choice.members)}. `}
    ${proseLine(fact.description, links)}
    ${fact.value !== undefined && html`<p class="observed">always <code>${fact.value}</code></p>`}
  </td>
  <td class="prov">
    <span>from <a class="chip" href=${fact.home}>${fact.owner.text}</a></span>
    ${fact.openDisputes > 0 && html` <span>${counted(fact.openDisputes, 'dispute')}</span>`}
  </td>
</tr></tbody>`;
