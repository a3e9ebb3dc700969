import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { FlowPage } from '../model/definitions/flow-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { prose } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { stepName, stepTraits } from './step-traits.ts';

/**
 * A sequence as a picture and as a list. In the picture each participant is a column and each step an arrow that leads to
 * its item of the list, which says who sends it to whom, what answers it and in which time, and how that is known. On a
 * narrow screen, and for more participants than the stylesheet can draw, there is only the list.
 */
export const sequenceDiagram = ({ flow, columns, steps }: FlowPage, links: TextLinks): Html =>
  html`<div class="sequence picture ${columns}">
    <ul class="participants" aria-label="Participants">
      ${flow.participants.map(({ label }) => html`<li>${label}</li>`)}
    </ul>
    <ol class="steps" aria-label="Picture of the steps">${steps.map(arrowItem)}</ol>
  </div>
  <ol class="step-list" aria-label="Steps">${steps.map((step) => stepItem(step, links))}</ol>`;

type Step = FlowPage['steps'][number];

const arrowItem = (step: Step): Html => html`<li class=${step.classes}>
  <span class="number" aria-hidden="true">${step.number}</span>
  <div class="message">
    <p class="route">${step.from} to ${step.to}:</p>
    <p class="what"><span><a href=${step.href}>${step.label.text}</a></span></p>
    ${arrow(step)}
  </div>
</li>`;

const stepItem = (step: Step, links: TextLinks): Html => html`<li id=${step.anchor}>
  <a class="number" href=${step.href} aria-label="Step ${step.number}">${step.number}</a>
  <div class="message" id=${step.numberAnchor}>
    <p class="what"><span class="route">${step.from} <span class="vh">to</span><span class="to" aria-hidden="true">→</span> ${step.to}:</span> ${refLink(step.label)} ${confidenceMark(step.confidence)}<span class="by"> ${step.techniques.map((one) => [refLink(one), ', '])}${step.evidence.evidence}</span></p>
  </div>
  <div class="about">
    ${stepTraits(step)}
    ${replies(step)}
    ${step.note !== undefined && prose(step.note, links, { terms: step.terms })}
    ${sightings(step)}
    ${evidenceFold({ ...step.evidence, legs: step.legs, step: stepName(step) }, links, { foldDisputes: true })}
  </div>
</li>`;

/** What must come back for it. */
const replies = (step: Step): HtmlValue =>
  step.replies.length > 0 &&
  html`<p class="traits"><b>Answer:</b> ${joined(
    step.replies.map(
      ({ by, what, within }) =>
        html`${refLink(what)} ${by === 'receiver' ? `by ${step.to}` : `to ${step.from}`} (${within ?? 'time not known'})`,
    ),
    '; ',
  )}.</p>`;

/** Which recorded calls show it. */
const sightings = ({ sightings: found, ...step }: Step): HtmlValue =>
  found !== undefined &&
  (found.captures.length === 0
    ? html`<p class="by">${found.words}.</p>`
    : html`<details class="fold"><summary>${found.words}<span class="vh">: step ${step.number}</span></summary><p>${refList(found.captures)}</p></details>`);

const arrow = ({ way, confidence }: Step): Html => html`<svg class="arrow ${confidence}" aria-hidden="true">
  ${
    way === 'self'
      ? html`<path class="line" d="M0 5H26V19H5"></path><path d="M0 19 9 14V24z"></path>`
      : html`<line class="line" x1="0" x2="100%" y1="6" y2="6"></line><svg x="100%" y="6"><path d="M0 0-9-5V5z"></path></svg>`
  }
</svg>`;
