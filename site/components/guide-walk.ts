import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { AnswerView } from '../model/answers/answers-view.ts';
import type { WalkStepView, WalkView } from '../model/guides/walk-view.ts';
import { firstSentence } from '../model/text/first-sentence.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { Piece } from '../model/views/piece.ts';
import { codeBlock } from './code-block.ts';
import { confidenceMark } from './confidence-mark.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { echoText } from './step-traits.ts';

/** The coloured lines of the example of each step, in order; undefined where a step has none. */
export type WalkCode = readonly (readonly (readonly Piece[])[] | undefined)[];

/** A flow as one participant goes through it: each step with an example, its time, and what must come back. */
export const guideWalk = (walk: WalkView, code: WalkCode, links: TextLinks): Html => html`
  <p class="note">You are: ${walk.as}. The steps and their evidence are those of the flow ${refLink(walk.flow)}.</p>
  <ol class="walk">${walk.steps.map((step, i) => stepItem(step, code[i], links))}</ol>
  ${leftOut(walk.left)}`;

/** The steps that are not shown, by who sends them. */
function leftOut({ send, receive }: WalkView['left']): HtmlValue {
  const ways = [
    ...(send.length > 0 ? [html`you may send: ${refList(send)}`] : []),
    ...(receive.length > 0 ? [html`you may receive: ${refList(receive)}`] : []),
  ];
  return (
    ways.length > 0 &&
    html`<p class="note">Left out here, and described in the flow: ${joined(ways, '; ')}.</p>`
  );
}

const stepItem = (
  step: WalkStepView,
  lines: WalkCode[number],
  links: TextLinks,
): Html => html`<li id=${step.anchor}>
  <h3><span class="number">${step.number}</span> ${step.way === 'send' ? `Send to ${step.peer}:` : `Receive from ${step.peer}:`} <a href=${step.href}>${step.label}</a></h3>
  <p class="traits">${confidenceMark(step.confidence)}${step.stanzas.length > 0 && html` Stanza: ${refList(step.stanzas)}.`}${answered(step)}${step.optional && html` <b>Not in every log.</b>`}</p>
  ${step.note !== undefined && html`<p>${proseLine(step.optional ? step.note : firstSentence(step.note), links)}</p>`}
  ${step.disputes.length > 0 && disputed(step.disputes, links)}
  ${
    step.example === undefined || lines === undefined
      ? html`<p class="note">No example shows this step as the ${step.way === 'send' ? 'sender writes' : 'server delivers'} it.</p>`
      : html`<p class="note">Example: <a href=${step.example.href}>${step.example.title}</a></p>${codeBlock(lines)}`
  }
  ${step.replies.length > 0 && html`<ul class="replies">${step.replies.map((one) => replyItem(one, links))}</ul>`}
</li>`;

/** What contradicts a step: the flow has the evidence. */
const disputed = (disputes: WalkStepView['disputes'], links: TextLinks): Html =>
  html`<p><b>Disputed:</b> ${joined(
    disputes.map(({ claim, by }) => [proseLine(claim, links), by.length > 0 && html` (${refList(by)})`]),
    ' ',
  )}</p>`;

const answered = ({ answers }: WalkStepView): HtmlValue =>
  answers !== undefined &&
  html` Answers ${refLink(answers.step)}${`, ${answers.within ?? 'time not known'}`}.`;

const replyItem = (reply: AnswerView, links: TextLinks): Html => html`<li>
  <b>${reply.when === 'received' ? 'Answer with:' : 'Comes back:'}</b> <a href=${reply.what.href}>${reply.what.text}</a>
  ${reply.echoes.length > 0 && html` (repeats ${echoText(reply.echoes)})`}, ${reply.within ?? 'time not known'}${notAlways(reply)}.
  ${reply.otherwise.map(({ text, rule }) => html` Otherwise: ${proseLine(text, links)} (${refLink(rule)})`)}
</li>`;

/** That a log may lack an answer, or that it is disputed, as its step of the flow says. */
const notAlways = ({ optional, disputes }: AnswerView): HtmlValue => [
  optional && ', not in every log',
  disputes > 0 && ', disputed',
];
