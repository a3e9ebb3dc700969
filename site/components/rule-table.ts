import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { RuleView, StepView } from '../model/definitions/flow-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { evidenceFold } from './evidence-fold.ts';
import { prose } from './prose.ts';
import { refLink } from './ref-link.ts';
import { echoSentences, ruleTraits } from './step-traits.ts';

/**
 * Rules about single stanzas as a table: what each is answered with, and below it the evidence for both. On a narrow
 * screen each rule becomes an entry with its parts below one another.
 */
export const ruleTable = (rules: readonly RuleView[], links: TextLinks): Html => html`<table class="rules">
    <caption class="vh">Which stanza is answered with which</caption>
    <thead>
      <tr>
        <th scope="col">Stanza</th>
        <th scope="col">Answer</th>
        <th scope="col">Repeats</th>
        <th scope="col">Within</th>
        <th scope="col">Confidence</th>
      </tr>
    </thead>
    ${rules.map((rule) => ruleRows(rule, links))}
  </table>`;

const ruleRows = (
  { stanza, answer, isFirst }: RuleView,
  links: TextLinks,
): Html => html`<tbody id=${answer?.anchor}>
  <tr>
    <th scope="row" id=${isFirst && stanza.anchor}>${message(stanza, isFirst)}${ruleTraits(stanza)}${note(stanza, links)}</th>
    <td data-label="Answer">${answer === undefined ? 'None is known.' : html`${message(answer, true)}${ruleTraits(answer)}${note(answer, links)}`}</td>
    <td data-label="Repeats">${answer !== undefined && joined(echoSentences(answer), ' ')}</td>
    <td data-label="Within">${answer?.within}</td>
    <td data-label="Confidence">${confidenceMark((answer ?? stanza).confidence)}</td>
  </tr>
  <tr>
    <td colspan="5">
      <div class="evidence">
        ${isFirst && evidence('Stanza', stanza, links)}
        ${answer !== undefined && evidence('Answer', answer, links)}
      </div>
    </td>
  </tr>
</tbody>`;

/** What is sent, with the number of its step and who sends it to whom. */
const message = (step: StepView, hasAnchor: boolean): Html => html`
  <p class="what" id=${hasAnchor && step.numberAnchor}><a class="number" href=${step.href} aria-label="Step ${step.number}">${step.number}</a> ${refLink(step.label)}</p>
  <p class="route">${step.from} <span class="vh">to</span><span aria-hidden="true">→</span> ${step.to}</p>`;

const note = ({ note: text, terms }: StepView, links: TextLinks): HtmlValue =>
  text !== undefined && prose(text, links, { terms });

const evidence = (title: string, step: StepView, links: TextLinks): Html => html`<div>
  <p><b>${title}:</b> ${confidenceMark(step.confidence)}<span class="by"> ${step.techniques.map((one) => [refLink(one), ', '])}${step.evidence.evidence}</span></p>
  ${evidenceFold({ ...step.evidence, legs: step.legs }, links, { foldDisputes: true })}
</div>`;
