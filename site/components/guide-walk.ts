import { type Html, type HtmlValue, html } from '../html/html.ts';
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
  ${
    walk.left.length > 0 &&
    html`<p class="note">Left out here, and described in the flow: ${refList(walk.left)}.</p>`
  }`;

const stepItem = (
  step: WalkStepView,
  lines: WalkCode[number],
  links: TextLinks,
): Html => html`<li id=${step.anchor}>
  <h3><span class="number">${step.number}</span> ${step.way === 'send' ? `Send to ${step.peer}:` : `Receive from ${step.peer}:`} <a href=${step.href}>${step.label}</a></h3>
  <p class="traits">${confidenceMark(step.confidence)}${step.stanzas.length > 0 && html` Stanza: ${refList(step.stanzas)}.`}${answered(step)}</p>
  ${step.note !== undefined && html`<p>${proseLine(firstSentence(step.note), links)}</p>`}
  ${
    step.example === undefined || lines === undefined
      ? html`<p class="note">No example shows this step as the ${step.way === 'send' ? 'sender writes' : 'server delivers'} it.</p>`
      : html`<p class="note">Example: <a href=${step.example.href}>${step.example.title}</a></p>${codeBlock(lines)}`
  }
  ${step.replies.length > 0 && html`<ul class="replies">${step.replies.map((one) => replyItem(one, links))}</ul>`}
</li>`;

const answered = ({ answers }: WalkStepView): HtmlValue =>
  answers !== undefined &&
  html` Answers ${refLink(answers.step)}${answers.within === undefined ? '; the time is not known' : ` within ${answers.within}`}.`;

const replyItem = (reply: AnswerView, links: TextLinks): Html => html`<li>
  <b>${reply.when === 'received' ? 'Answer with:' : 'Comes back:'}</b> <a href=${reply.what.href}>${reply.what.text}</a>
  ${reply.echoes.length > 0 && html` (repeats ${echoText(reply.echoes)})`}, ${reply.within === undefined ? 'time not known' : `within ${reply.within}`}.
  ${reply.otherwise.map(({ text, rule }) => html` Otherwise: ${proseLine(text, links)} (${refLink(rule)})`)}
</li>`;
