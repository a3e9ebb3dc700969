import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { RuleView, StepView } from '../model/definitions/flow-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { prose } from './prose.ts';
import { refLink } from './ref-link.ts';
import { echoText, ruleTraits, stepName } from './step-traits.ts';

/**
 * Rules about single stanzas as a table: what each is answered with, and below it the notes and the evidence for both. On
 * a narrow screen each rule becomes an entry with its parts below one another.
 */
export const ruleTable = (rules: readonly RuleView[], links: TextLinks): Html => html`<table class="answers">
    <caption class="vh">Which stanza is answered with which</caption>
    <thead>
      <tr>
        <th scope="col">Stanza</th>
        <th scope="col">Answer</th>
        <th scope="col">Repeats</th>
        <th scope="col">Time</th>
        <th scope="col">Confidence</th>
      </tr>
    </thead>
    ${rules.map((rule) => ruleRows(rule, links))}
  </table>`;

const ruleRows = (
  { stanza, answer, echoes, isFirst }: RuleView,
  links: TextLinks,
): Html => html`<tbody id=${answer?.anchor}>
  <tr>
    <th scope="rowgroup" id=${isFirst && stanza.anchor}>${message(stanza, isFirst)}${isFirst && ruleTraits(stanza)}</th>
    <td data-label="Answer">${answer === undefined ? 'none known' : [message(answer, true), ruleTraits(answer)]}</td>
    <td data-label="Repeats">${echoText(echoes)}</td>
    <td data-label="Time">${answer !== undefined && (answer.within ?? 'not known')}</td>
    <td data-label="Confidence">${confidenceMark((answer ?? stanza).confidence)}</td>
  </tr>
  <tr>
    <td colspan="5">
      <div class="grounds">
        ${isFirst && grounds('Stanza', stanza, links)}
        ${answer !== undefined && grounds('Answer', answer, links)}
      </div>
    </td>
  </tr>
</tbody>`;

/** What is sent, with the number of its step and who sends it to whom. */
const message = (step: StepView, hasAnchor: boolean): Html => html`
  <p class="what" id=${hasAnchor && step.numberAnchor}><a class="number" href=${step.href} aria-label="Step ${step.number}">${step.number}</a> ${refLink(step.label)}</p>
  <p class="route">${step.from} <span class="vh">to</span><span aria-hidden="true">→</span> ${step.to}</p>`;

/** What else is known of a step, and how. */
const grounds = (title: string, step: StepView, links: TextLinks): HtmlValue => html`<div>
  <p><b>${title}:</b> ${confidenceMark(step.confidence)}<span class="by"> ${step.techniques.map((one) => [refLink(one), ', '])}${step.evidence.evidence}</span></p>
  ${step.note !== undefined && prose(step.note, links, { terms: step.terms })}
  ${evidenceFold({ ...step.evidence, legs: step.legs, step: stepName(step) }, links, { foldDisputes: true })}
</div>`;
