import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { EvidenceView } from '../model/views/evidence-view.ts';
import type { FactView, LegView } from '../model/views/fact-view.ts';
import { clientLine } from './client-line.ts';
import { confidenceMark } from './confidence-mark.ts';
import { factDisputes } from './fact-disputes.ts';
import { proseLine } from './prose.ts';
import { refList } from './ref-list.ts';
import { sourceList } from './source-list.ts';

/** A fact, or what a step has of one. */
type Evidenced = EvidenceView &
  Partial<
    Pick<FactView, 'name' | 'legs' | 'lastSeen' | 'moreRecords' | 'techniques' | 'clients' | 'checked'>
  > & {
    /** Which step it is, such as `step 4 pong`; undefined for a fact. */
    readonly step?: string;
  };

/**
 * What supports a fact or a step: how much there is, which opens to show all of it with what can be done about the fact,
 * then its disputes. Where another page has the evidence, it leads there.
 * @param unfolded whether all of it shows without a fold, as on a page of evidence
 * @param foldDisputes whether the disputes are in a fold too, where there is little room
 */
export function evidenceFold(
  fact: Evidenced,
  links: TextLinks,
  { unfolded = false, foldDisputes = false }: { unfolded?: boolean; foldDisputes?: boolean } = {},
): Html {
  const disputes = factDisputes(fact.disputes, links, unfolded, fact.step);
  return html`
    ${fact.at === undefined ? howWeKnow(fact, links, unfolded) : html` <a class="known" href=${fact.at}>${fact.evidence}${ofWhat(fact)}</a>`}
    ${
      foldDisputes && fact.disputes.length > 0
        ? html`<details class="fold"><summary>${counted(fact.disputes.length, 'dispute')}${ofWhat(fact)}</summary>${disputes}</details>`
        : disputes
    }`;
}

function howWeKnow(fact: Evidenced, links: TextLinks, unfolded: boolean): Html {
  const all = html`
    <p>${fact.derivation}${fact.restraint !== undefined && html` <b>${fact.restraint}</b>`}${fact.history !== undefined && ` ${fact.history}`}</p>
    ${fact.techniques !== undefined && fact.techniques.length > 0 && html`<p>Techniques: ${refList(fact.techniques)}</p>`}
    ${fact.clients !== undefined && clientLine(fact.clients)}
    ${sourceList(fact.sources)}
    ${fact.moreRecords !== undefined && html`<p>${fact.moreRecords}</p>`}
    ${fact.legs?.map((leg) => legEvidence(leg, links))}
    ${paragraph([
      fact.checked === true && 'All cited places in code were checked.',
      fact.lastSeen !== undefined && `Last seen in ${fact.lastSeen}.`,
      fact.examples.length > 0 && html`Shown in example ${refList(fact.examples)}.`,
      fact.contributors.length > 0 && html`Contributors: ${refList(fact.contributors)}.`,
      fact.tools.length > 0 && `Tools: ${fact.tools.join(', ')}.`,
    ])}
    ${
      (fact.yaml ?? fact.report) !== undefined &&
      html`<p class="actions">
        ${fact.yaml !== undefined && html`<a href=${fact.yaml} aria-label=${label('YAML', fact)}>YAML</a> `}
        ${fact.report !== undefined && html`<a href=${fact.report} aria-label=${label('Report', fact)}>Report</a>`}
      </p>`
    }`;
  // A page of evidence shows all of it, below a line that already says how much there is.
  if (unfolded) return all;
  return html`
    <details class=${fact.name === undefined ? 'fold' : 'fold known'}>
      <summary>${fact.name === undefined ? 'How we know' : fact.evidence}${ofWhat(fact)}</summary>
      ${all}
    </details>`;
}

/** Which fact, for readers who hear the words of a fold or a link without what is around it. */
const ofWhat = ({ name, step }: Evidenced): HtmlValue =>
  name !== undefined
    ? html`<span class="vh"> of ${name}</span>`
    : step !== undefined && html`<span class="vh">: ${step}</span>`;

const label = (word: string, { name, step }: Evidenced): string | false =>
  (name ?? step) !== undefined && `${word} of ${name ?? step}`;

/** Sentences as one paragraph; what is not known has none. */
function paragraph(sentences: readonly HtmlValue[]): HtmlValue {
  const said = sentences.filter((one) => one !== undefined && one !== false);
  return said.length > 0 && html`<p>${joined(said, ' ')}</p>`;
}

const legEvidence = (
  { words, confidence, reason, note, sources }: LegView,
  links: TextLinks,
): Html => html`<div class="leg">
  <p><b>${words}.</b> ${confidenceMark(confidence)} ${reason !== undefined && html`Rated lower than the evidence allows: ${reason}. `}${note !== undefined && proseLine(note, links)}</p>
  ${sourceList(sources)}
</div>`;
