import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { FlowPage } from '../model/definitions/flow-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { prose } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { stepTraits } from './step-traits.ts';

/**
 * A sequence as an ordered list that the stylesheet draws as a diagram: a column for each participant, an arrow
 * for each step. On a narrow screen it is a list that says who sends to whom.
 */
export const sequenceDiagram = ({ flow, columns, steps }: FlowPage, links: TextLinks): Html =>
  html`<div class="sequence ${columns}">
    <ul class="participants" aria-label="Participants">
      ${flow.participants.map(({ label }) => html`<li>${label}</li>`)}
    </ul>
    <ol class="steps" aria-label="Steps">${steps.map((step) => stepItem(step, links))}</ol>
  </div>`;

type Step = FlowPage['steps'][number];

const stepItem = (step: Step, links: TextLinks): Html => html`<li id=${step.anchor} class=${step.classes}>
  <a class="number" href=${step.href} aria-label="Step ${step.number}">${step.number}</a>
  <div class="message" id=${step.numberAnchor}>
    <p class="route"><span>${step.from}</span> <span class="vh">to</span><span class="to" aria-hidden="true">→</span> <span>${step.to}:</span></p>
    <p class="what"><span>${refLink(step.label)}</span></p>
    ${arrow(step)}
  </div>
  <div class="about">
    <p>${confidenceMark(step.confidence)}<span class="by"> ${step.techniques.map((one) => [refLink(one), ', '])}${step.evidence.evidence}</span></p>
    ${stepTraits(step)}
    ${sightings(step)}
    ${step.note !== undefined && prose(step.note, links, { terms: step.terms })}
    ${evidenceFold({ ...step.evidence, legs: step.legs }, links, { foldDisputes: true })}
  </div>
</li>`;

/** Which recorded calls show it. */
const sightings = ({ sightings: found }: Step): HtmlValue =>
  found !== undefined &&
  (found.captures.length === 0
    ? html`<p class="by">${found.words}.</p>`
    : html`<details class="fold"><summary>${found.words}</summary><p>${refList(found.captures)}</p></details>`);

const arrow = ({ way, confidence }: Step): Html => html`<svg class="arrow ${confidence}" aria-hidden="true">
  ${
    way === 'self'
      ? html`<path class="line" d="M0 5H26V19H5"></path><path d="M0 19 9 14V24z"></path>`
      : html`<line class="line" x1="0" x2="100%" y1="6" y2="6"></line><svg x="100%" y="6"><path d="M0 0-9-5V5z"></path></svg>`
  }
</svg>`;
