import { counted } from '../../lib/text/counted.ts';
import { type Html, html, joined } from '../html/html.ts';
import type { SharedFactView } from '../model/nodes/shared-fact-view.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** More facts than this are folded. */
const MAX_OPEN = 12;

/**
 * What a node takes from a shared node or its envelope: each fact at its place, leading to the page that holds it with
 * its evidence.
 * @param label what the table holds, for readers who do not see what is above it
 */
export function sharedFacts(facts: readonly SharedFactView[], label: string, links: TextLinks): Html {
  const homes = [...new Set(facts.map(({ home }) => home.text))];
  return html`<details class="fold shared" open=${facts.length <= MAX_OPEN}>
    <summary>${counted(facts.length, 'fact')} from ${homes.join(', ')}</summary>
    <table class="facts shared" aria-label=${label}>
      <thead>
        <tr>
          <th scope="col">Name, Type, Required</th>
          <th scope="col">Confidence</th>
          <th scope="col">Description</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>${facts.map((fact) => sharedRow(fact, links))}</tbody>
    </table>
  </details>`;
}

const sharedRow = (fact: SharedFactView, links: TextLinks): Html => html`<tr id=${fact.anchor}>
  <th scope="row">
    <a class="self" href=${fact.href}>${fact.name}</a>
    ${fact.type !== undefined && html` <span class="type">${refLink(fact.type)}</span>`}
    ${fact.presence.map((word) => html` <span class="presence">${word}</span>`)}
  </th>
  <td>${confidenceMark(fact.confidence)}</td>
  <td>
    ${fact.value !== undefined && html`<p class="constant">always <code>${fact.value}</code></p>`}
    ${
      fact.choice !== undefined &&
      html`${fact.choice.words} ${joined(
        fact.choice.members.map((member) => html`<code>${refLink(member)}</code>`),
        ', ',
      )}. `
    }
    ${proseLine(fact.description, links)}
  </td>
  <td class="prov">
    from <a class="chip" href=${fact.home.href}>${fact.home.text}</a>
    ${fact.openDisputes > 0 && html` <span>${counted(fact.openDisputes, 'dispute')}</span>`}
  </td>
</tr>`;
