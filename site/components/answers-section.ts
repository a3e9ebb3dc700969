import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { AnswersView, AnswerView, ErrorView, ReplyView } from '../model/answers/answers-view.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';
import { echoText } from './step-traits.ts';

/** Says that nobody has found it out: an answer like any other. */
const NOT_KNOWN = 'not known';

/** How a stanza is answered: what must come back, what else comes in a call, and the errors that refuse it. */
export const answersSection = (view: AnswersView, links: TextLinks): HtmlValue => [
  view.answers.length > 0 && answerTable(view.answers),
  html`<p class="note">${joined(
    [
      view.answers.length > 0
        ? withoutAnswer(view.answers, links)
        : html`${view.answered.length > 0 && html`It is itself the answer to ${refList(view.answered)}. `}No answer to it is known: no flow says that it is acknowledged.`,
      ...view.exceptions.map(
        ({ stanzas, what }) => html`Answered otherwise: ${refList(stanzas)} (send ${refLink(what)}).`,
      ),
      ...(view.replies.length > 0
        ? [html`In a call it is also followed by ${joined(view.replies.map(reply), ', ')}.`]
        : []),
    ],
    ' ',
  )}</p>`,
  view.errors.length > 0 && errorTable(view.errors, links),
];

const answerTable = (answers: readonly AnswerView[]): Html =>
  html`<table class="slim answer-with">
    <caption class="vh">What it is answered with</caption>
    <thead><tr><th scope="col">When you</th><th scope="col">Answer</th><th scope="col">Repeats</th><th scope="col">Time</th></tr></thead>
    <tbody>
      ${answers.map(
        (one, i) => html`<tr>
          <th scope="row" data-label="When you">${one.when === 'received' ? 'receive it' : 'send it'}</th>
          <td data-label="Answer">${answers[i - 1]?.when === one.when && 'also '}${one.when === 'received' ? 'send ' : 'expect '}<a href=${one.what.href}>${one.what.text}</a> ${confidenceMark(one.confidence)}${one.disputes > 0 && html` <a class="refuted" href=${one.what.href}>disputed</a>`}${one.next !== undefined && html`, and send ${refLink(one.next)} for it`}</td>
          <td data-label="Repeats">${one.echoes.length === 0 ? NOT_KNOWN : echoText(one.echoes)}</td>
          <td data-label="Time">${one.within ?? NOT_KNOWN}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;

/** What happens where the answer does not come. */
function withoutAnswer(answers: readonly AnswerView[], links: TextLinks): Html {
  const said = new Map(
    answers.flatMap(({ otherwise }) => otherwise.map((one) => [one.rule.href, one] as const)),
  );
  if (said.size === 0) return html`What happens without an answer is not known.`;
  return html`Without an answer: ${joined(
    [...said.values()].map(({ text, rule }) => html`${proseLine(text, links)} (${refLink(rule)})`),
    ' ',
  )}`;
}

const reply = ({ stanzas, within, step }: ReplyView): Html =>
  html`${refList(stanzas)} (${refLink(step)}, ${within ?? `time ${NOT_KNOWN}`})`;

const errorTable = (errors: readonly ErrorView[], links: TextLinks): HtmlValue => [
  html`<h3 id="~errors">Errors that may come back</h3>`,
  html`<table class="slim answer-with">
    <caption class="vh">Errors that may come back, and what to do about them</caption>
    <thead><tr><th scope="col">Error</th><th scope="col">Meaning</th><th scope="col">What to do</th></tr></thead>
    <tbody>
      ${errors.map(
        ({ value, confidence, meaning, remedy }) => html`<tr>
          <th scope="row"><code>${refLink(value)}</code> ${confidenceMark(confidence)}</th>
          <td data-label="Meaning">${proseLine(meaning, links)}</td>
          <td data-label="What to do">${remedy === undefined ? NOT_KNOWN : proseLine(remedy, links)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`,
];
