import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { QuestionView } from '../model/views/question-view.ts';
import { proseLine } from './prose.ts';
import { refList } from './ref-list.ts';
import { sourceList } from './source-list.ts';

/**
 * Questions with what would answer them, or with their answers. On the page that they belong to, those that are answered
 * come last, in a fold.
 * @param home whether this is the page that the questions belong to; elsewhere they link to it and can be filtered
 */
export function questionItems(questions: readonly QuestionView[], links: TextLinks, home = true): Html {
  const list = (some: readonly QuestionView[], start: number | false = false): Html =>
    html`<ol class="questions" start=${start}>${some.map((one) => questionItem(one, links, home))}</ol>`;
  const open = questions.filter((one) => one.open);
  const answered = questions.filter((one) => !one.open);
  if (!home || answered.length === 0) return list(questions);
  return html`${open.length > 0 ? list(open) : html`<p class="note">None is open.</p>`}
    <details class="fold"><summary>${counted(answered.length, 'answered question')}</summary>${list(answered, open.length + 1)}</details>`;
}

function questionItem(one: QuestionView, links: TextLinks, home: boolean): Html {
  const filtered = !home && one.open;
  const asks = one.asks.map(({ text }) => text).join(' ');
  // Which question, for readers who hear the words of a link without what is around it.
  const object = `: ${one.anchor.replace(/^question-/, 'question ')}`;
  const link = (href: string, words: string): Html =>
    html`<a href=${href} aria-label=${`${words}${object}`}>${words}</a>`;
  return html`<li id=${home && one.anchor} data-asks=${filtered && (asks === '' || asks)} data-open=${filtered}>
    ${!one.open && html`<b class="answered">Answered.</b>`} ${proseLine(one.text, links, one.terms)}
    ${one.answer !== undefined && html`<p class="answer">${proseLine(one.answer, links)}</p>`}
    ${sourceList(one.sources)}
    ${one.captured.map(
      ({ words, answer, captures, more }) =>
        html`<p class="answer">${words}: ${proseLine(answer, links)} <small>${refList(captures)}${more > 0 && ` and ${more} more`}</small></p>`,
    )}
    ${one.settles.length > 0 && settlesFold(one.settles, object, links)}
    <p class="small">
      ${one.open && html`<span>${wayToAnswer(one)}</span> `}
      ${one.href !== undefined && link(one.href, home ? 'Link' : 'Show in context')}
      ${one.reply !== undefined && html` ${link(one.reply, 'Answer this')}`}
    </p>
  </li>`;
}

const settlesFold = (
  settles: QuestionView['settles'],
  object: string,
  links: TextLinks,
): Html => html`<details class="fold">
  <summary>What would answer it<span class="vh">${object}</span></summary>
  <dl class="settles">
    ${settles.map(
      ({ if: condition, then: answer }) =>
        html`<div><dt>If a capture shows <code>${condition}</code>:</dt> <dd>${proseLine(answer, links)}</dd></div>`,
    )}
  </dl>
</details>`;

function wayToAnswer({ asks, settles, way }: QuestionView): HtmlValue {
  if (asks.length > 0) return ['Answerable with ', refList(asks)];
  if (!way) return false;
  return settles.length > 0 ? 'Any capture can answer it' : 'No capture can answer it; it needs research';
}
