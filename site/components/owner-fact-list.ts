import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { OwnerFacts } from '../model/indexes/facts-by-owner.ts';
import { confidenceMark } from './confidence-mark.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

/** With more facts than this, only their definitions are listed: the size of a page does not grow with the corpus. */
const MOST_FACTS = 120;
const MOST_DEFINITIONS = 250;

/**
 * Facts by definition and by confidence. Of many, only the definitions are listed, those with most of them first.
 * @param factsOf the address of the facts of a definition, if that is not its page
 */
export function ownerFactList(
  owners: readonly OwnerFacts[],
  factsOf: (owner: OwnerFacts) => string | undefined = ({ owner }) => owner.href,
): HtmlValue {
  const total = owners.reduce((sum, one) => sum + one.total, 0);
  return total > MOST_FACTS ? ownerCounts(owners, factsOf) : ownerLists(owners);
}

const ownerLists = (owners: readonly OwnerFacts[]): Html => html`<div class="owners">
  ${owners.map(
    ({ owner, total, groups }) => html`<section>
      <h3>${refLink(owner)} <small>${total}</small></h3>
      <dl>
        ${groups.map(
          ({ confidence, facts }) =>
            html`<div><dt>${confidenceMark(confidence)}</dt> <dd>${refList(facts)}</dd></div>`,
        )}
      </dl>
    </section>`,
  )}
</div>`;

/** The definitions of facts with how many each has, those with most of them first. */
export function ownerCounts(
  owners: readonly OwnerFacts[],
  factsOf: (owner: OwnerFacts) => string | undefined,
): Html {
  const sorted = owners.toSorted((a, b) => b.total - a.total);
  const rest = sorted.slice(MOST_DEFINITIONS);
  return html`<ul class="flow-list">
      ${sorted
        .slice(0, MOST_DEFINITIONS)
        .map(
          (one) =>
            html`<li>${refLink({ text: one.owner.text, href: factsOf(one) })} <small>${one.total}</small></li>`,
        )}
    </ul>
    ${rest.length > 0 && html`<p class="note">And ${rest.length} more definitions with ${rest.reduce((sum, { total }) => sum + total, 0)} facts.</p>`}`;
}
