import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { StepView } from '../model/definitions/flow-page.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

/** Alternatives that a sentence names; more of them are in a fold. */
const NAMED = 6;

/**
 * Whether a step can be left out or repeat, what it comes after and answers, and which clients do it; then what it
 * contains, when it is sent, and what it repeats of the stanza that it answers.
 */
export const stepTraits = (step: StepView): HtmlValue => [
  paragraph([...frequency(step), ...order(step), ...clients(step)]),
  contents(step),
  step.echoes.length > 0 && paragraph([html`${echoText(step.echoes)}.`]),
];

/** The same of an answer in a table that has columns for what it answers, in which time, and what it repeats. */
export const ruleTraits = (step: StepView): HtmlValue => [
  paragraph([...frequency(step), ...clients(step)]),
  contents(step),
];

/** Which step it is, for readers who hear the words of a fold without what is around it. */
export const stepName = ({ number, label }: StepView): string => `step ${number} ${label.text}`;

/** What an answer repeats, with its attributes as code. */
export const echoText = (echoes: StepView['echoes']): HtmlValue =>
  echoes.map((one) => (typeof one === 'string' ? one : html`<code>${one.attribute}</code>`));

const paragraph = (sentences: readonly Html[]): HtmlValue =>
  sentences.length > 0 && html`<p class="traits">${joined(sentences, ' ')}</p>`;

const frequency = ({ optional, repeats }: StepView): Html[] => [
  ...(optional ? [html`<b>Optional.</b>`] : []),
  ...(repeats ? [html`<b>Can repeat.</b>`] : []),
];

const order = ({ after, answers, within }: StepView): Html[] => [
  ...(answers !== undefined
    ? [html`<b>Answers ${refLink(answers)}${`, ${within ?? 'time not known'}`}.</b>`]
    : within !== undefined
      ? [html`<b>After the step before, ${within}.</b>`]
      : []),
  ...(after === undefined
    ? []
    : [
        after.length === 0
          ? html`In any order with the steps above.`
          : html`After ${joined(after.map(refLink), ' and ')}.`,
      ]),
];

const clients = ({ does, leavesOut }: StepView): Html[] => [
  ...(does.length > 0 ? [html`Done by ${refList(does)}.`] : []),
  ...(leavesOut.length > 0 ? [html`Left out by ${refList(leavesOut)}.`] : []),
];

const contents = ({ oneOf, onlyIf, requiredIf, ...step }: StepView): HtmlValue => [
  oneOf.length > NAMED
    ? html`<details class="fold"><summary>One of ${counted(oneOf.length, 'stanza')}<span class="vh">: step ${step.number}</span></summary><p>${refList(oneOf)}</p></details>`
    : paragraph(oneOf.length > 0 ? [html`One of ${refList(oneOf)}.`] : []),
  step.with !== undefined && html`<p class="traits">With <code>${step.with}</code>.</p>`,
  onlyIf !== undefined && html`<p class="traits"><b>Only if</b> <code>${onlyIf}</code>.</p>`,
  requiredIf !== undefined && html`<p class="traits"><b>Always if</b> <code>${requiredIf}</code>.</p>`,
];
