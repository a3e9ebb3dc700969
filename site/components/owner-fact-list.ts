import { type Html, html } from '../html/html.ts';
import type { OwnerFacts } from '../model/indexes/facts-by-owner.ts';
import { confidenceMark } from './confidence-mark.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

/** Facts by stanza or enum, and by confidence. */
export const ownerFactList = (owners: readonly OwnerFacts[]): Html => html`<div class="owners">
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
