import { type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { DisputeView } from '../model/views/evidence-view.ts';
import type { SourceGroup } from '../model/views/source-groups.ts';
import { proseLine } from './prose.ts';
import { sourceList } from './source-list.ts';

/**
 * What contradicts a fact or a step.
 * @param unfolded whether their sources are in no fold, as on a page of evidence
 * @param step which step they contradict, for readers who hear the words of a fold without what is around it
 */
export const factDisputes = (
  disputes: readonly DisputeView[],
  links: TextLinks,
  unfolded: boolean,
  step?: string,
): HtmlValue =>
  disputes.map(
    (
      { claim, sources, evidence, open, year, resolution },
      i,
    ) => html`<div class=${open ? 'dispute' : 'dispute resolved'}>
      <b>${heading(open, year)}</b> ${proseLine(claim, links)}
      ${resolution !== undefined && html` <b>Resolved:</b> ${proseLine(resolution, links)}`}
      ${sources.length > 0 && sourcesOf(sources, evidence, unfolded, step !== undefined && html`<span class="vh"> against ${step}${disputes.length > 1 && `, claim ${i + 1}`}</span>`)}
    </div>`,
  );

/** Places that another page lists need no fold with a single link in it. */
function sourcesOf(
  groups: readonly SourceGroup[],
  evidence: string,
  unfolded: boolean,
  against: HtmlValue,
): HtmlValue {
  const [one, ...others] = groups;
  if (others.length === 0 && one?.at !== undefined) return html` <a href=${one.at}>${evidence}</a>`;
  // The list says itself how many there are.
  if (unfolded) return sourceList(groups);
  return html`<details class="fold"><summary>${evidence}${against}</summary>${sourceList(groups)}</details>`;
}

function heading(open: boolean, year: string | undefined): string {
  if (open) return 'Disputed.';
  return year === undefined ? 'Dispute resolved.' : `Different in ${year}.`;
}
