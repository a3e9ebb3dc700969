import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { StepView } from '../model/definitions/flow-page.ts';
import type { Ref } from '../model/links/ref.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

/** Alternatives that a sentence names; more of them are in a fold. */
const NAMED = 6;

/**
 * What a step contains, when it is sent, whether it repeats, what it comes after and answers, what it repeats of that,
 * and which clients do it.
 */
export const stepTraits = (step: StepView): HtmlValue => [
  paragraph([
    ...contentSentences(step),
    ...conditionSentences(step),
    ...orderSentences(step),
    ...echoSentences(step),
    ...clientSentences(step),
  ]),
  stanzaFold(step),
];

/** The same of an answer in a table that has columns for what it answers, in which time, and what it repeats. */
export const ruleTraits = (step: StepView): HtmlValue => [
  paragraph([...contentSentences(step), ...conditionSentences(step), ...clientSentences(step)]),
  stanzaFold(step),
];

/** What an answer repeats, as sentences. */
export const echoSentences = ({ echoes }: StepView): Html[] =>
  echoes.length === 0
    ? []
    : [html`${echoes.map((one) => (typeof one === 'string' ? one : html`<code>${one.attribute}</code>`))}.`];

const paragraph = (sentences: readonly Html[]): HtmlValue =>
  sentences.length > 0 && html`<p class="traits">${joined(sentences, ' ')}</p>`;

const contentSentences = ({ oneOf, ...step }: StepView): Html[] => [
  ...(oneOf.length > 0 && oneOf.length <= NAMED ? [html`One of ${refList(oneOf)}.`] : []),
  ...(step.with !== undefined ? [html`With <code>${step.with}</code>.`] : []),
];

const stanzaFold = ({ oneOf }: StepView): HtmlValue =>
  oneOf.length > NAMED &&
  html`<details class="fold"><summary>One of ${counted(oneOf.length, 'stanza')}</summary><p>${refList(oneOf)}</p></details>`;

const conditionSentences = ({ optional, onlyIf, requiredIf, repeats }: StepView): Html[] => [
  ...(optional ? [html`<b>Optional.</b>`] : []),
  ...(onlyIf !== undefined ? [html`<b>Only if</b> <code>${onlyIf}</code>.`] : []),
  ...(requiredIf !== undefined ? [html`<b>Always if</b> <code>${requiredIf}</code>.`] : []),
  ...(repeats ? [html`<b>Can repeat.</b>`] : []),
];

const orderSentences = ({ after, answers, within }: StepView): Html[] => [
  ...(after === undefined
    ? []
    : [
        after.length === 0
          ? html`<b>In any order with the steps above.</b>`
          : html`<b>After ${stepList(after)}.</b>`,
      ]),
  ...(answers !== undefined
    ? [html`<b>Answers ${stepList([answers])}${within !== undefined && ` within ${within}`}.</b>`]
    : within !== undefined
      ? [html`<b>Within ${within} of the step before.</b>`]
      : []),
];

const clientSentences = ({ does, leavesOut }: StepView): Html[] => [
  ...(does.length > 0 ? [html`Done by ${refList(does)}.`] : []),
  ...(leavesOut.length > 0 ? [html`Left out by ${refList(leavesOut)}.`] : []),
];

/** Steps by their numbers, such as `steps 2, 3 and 5`. */
function stepList(steps: readonly Ref[]): HtmlValue {
  const [first, ...others] = steps;
  const last = others.pop();
  if (first === undefined) return false;
  if (last === undefined) return refLink({ ...first, text: `step ${first.text}` });
  return html`steps ${refList([first, ...others])} and ${refLink(last)}`;
}
