import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { DisputedDefinition, DisputedView } from '../model/lists/disputes-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { DisputeView, EvidenceView } from '../model/views/evidence-view.ts';
import { confidenceMark } from './confidence-mark.ts';
import { prose, proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { sourceList } from './source-list.ts';

/** Disputes by definition: what the spec says on one side, what contradicts it on the other. */
export const disputeArticles = (definitions: readonly DisputedDefinition[], links: TextLinks): Html =>
  html`${definitions.map(
    ({ owner, anchor, disputed }) => html`<section class="disputed">
      <h3 id=${anchor}>${refLink(owner)}</h3>
      ${disputed.map((one) => disputeArticle(one, links))}
    </section>`,
  )}`;

const disputeArticle = (one: DisputedView, links: TextLinks): Html => html`<article>
  <h4>${refLink(one.at)} ${confidenceMark(one.confidence)}${one.refuted && html` <span class="refuted-mark">refuted</span>`}</h4>
  <div class="sides">
    <div class="side-of-spec">
      <p class="who">The spec says</p>
      ${prose(one.says, links)}
      ${
        one.observed.length > 0 &&
        html`<p class="observed">values named: ${joined(
          one.observed.map((text) => html`<code>${text}</code>`),
          ', ',
        )}</p>`
      }
      ${one.techniques.length > 0 && html`<p class="by">seen by ${refList(one.techniques)}</p>`}
      ${sourceFold(one.evidence, `for ${one.at.text}`)}
    </div>
    <ul class="claims">${one.claims.map((claim, i) =>
      claimItem(claim, links, `against ${one.at.text}${one.claims.length > 1 ? `, claim ${i + 1}` : ''}`),
    )}</ul>
  </div>
  ${
    one.report !== undefined &&
    html`<p class="small"><a href=${one.report} aria-label="Report on ${one.at.text}">Report</a></p>`
  }
</article>`;

const claimItem = (one: DisputeView, links: TextLinks, against: string): Html => html`<li>
  <p class="who">${one.open ? 'Contradicting claim' : 'Contradicting claim, resolved'}</p>
  ${prose(one.claim, links)}
  ${one.resolution !== undefined && html`<p><b>Resolved:</b> ${proseLine(one.resolution, links)}</p>`}
  ${sourceFold(one, against)}
</li>`;

/** @param side what they speak for or against, for readers who hear the words of a fold without what is around it */
const sourceFold = (
  { sources, evidence }: Pick<EvidenceView, 'sources' | 'evidence'>,
  side: string,
): HtmlValue =>
  sources.length > 0
    ? html`<details class="fold"><summary>${evidence}<span class="vh"> ${side}</span></summary>${sourceList(sources)}</details>`
    : html`<p class="small">${evidence}</p>`;
