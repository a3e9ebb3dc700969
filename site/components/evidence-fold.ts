import { counted } from '../../lib/text/counted.ts';
import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { EvidenceView } from '../model/views/evidence-view.ts';
import type { FactView, LegView } from '../model/views/fact-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { factDisputes } from './fact-disputes.ts';
import { proseLine } from './prose.ts';
import { refList } from './ref-list.ts';
import { sourceList } from './source-list.ts';

/** The legs of a fact, or the time of a step. */
type Evidenced = EvidenceView & Partial<Pick<FactView, 'legs' | 'lastSeen' | 'moreRecords'>>;

/**
 * What supports a fact or a step: its disputes, then everything else in a fold, with what can be done about the fact.
 * Without the fold where another page has it.
 * @param unfolded whether the folds are open
 * @param foldDisputes whether the disputes are in a fold too, where there is little room
 */
export function evidenceFold(
  fact: Evidenced,
  links: TextLinks,
  { unfolded = false, foldDisputes = false }: { unfolded?: boolean; foldDisputes?: boolean } = {},
): Html {
  const disputes = factDisputes(fact.disputes, links, unfolded);
  return html`
    ${
      foldDisputes && fact.disputes.length > 0
        ? html`<details class="fold"><summary>${counted(fact.disputes.length, 'dispute')}</summary>${disputes}</details>`
        : disputes
    }
    ${fact.at === undefined && howWeKnow(fact, links, unfolded)}`;
}

const howWeKnow = (fact: Evidenced, links: TextLinks, unfolded: boolean): Html => html`
    <details class="fold" open=${unfolded}>
      <summary>How we know</summary>
      <p>${fact.derivation}${fact.restraint !== undefined && html` <b>${fact.restraint}</b>`}${fact.history !== undefined && ` ${fact.history}`}</p>
      ${sourceList(fact.sources)}
      ${fact.moreRecords !== undefined && html`<p>${fact.moreRecords}</p>`}
      ${fact.legs?.map((leg) => legEvidence(leg, links))}
      ${fact.lastSeen !== undefined && html`<p>Last seen in ${fact.lastSeen}</p>`}
      ${fact.contributors.length > 0 && html`<p>contributors: ${refList(fact.contributors)}</p>`}
      ${fact.tools.length > 0 && html`<p>tools: ${fact.tools.join(', ')}</p>`}
      ${fact.examples.length > 0 && html`<p>Shown in example ${refList(fact.examples)}</p>`}
      ${
        (fact.yaml ?? fact.report) !== undefined &&
        html`<p class="actions">
          ${fact.yaml !== undefined && html`<a href=${fact.yaml}>YAML</a> `}
          ${fact.report !== undefined && html`<a href=${fact.report}>Report</a>`}
        </p>`
      }
    </details>`;

const legEvidence = (
  { words, confidence, reason, note, sources }: LegView,
  links: TextLinks,
): Html => html`<div class="leg">
  <p><b>${words}.</b> ${confidenceMark(confidence)} ${reason !== undefined && html`Rated lower than its evidence supports: ${reason}. `}${note !== undefined && proseLine(note, links)}</p>
  ${sourceList(sources)}
</div>`;
