import { fragment } from '../../lib/pages/fragment.ts';
import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { DefinitionHistory, ReleaseOfDefinition } from '../model/history/definition-history.ts';
import { changeLines } from './change-lines.ts';
import { refLink } from './ref-link.ts';

/**
 * The history of a definition on its own page, release by release; nothing where no release has it. Changes that are
 * listed on another page are brought from there when their fold is opened.
 */
export const historySection = (history: DefinitionHistory | undefined): HtmlValue =>
  history !== undefined &&
  html`<h2 id="~history">History</h2>
  <details class="fold">
    <summary>${history.words}</summary>
    <ul class="references" id="~releases">${history.releases.map((one) => releaseItem(one, history.href))}</ul>
    ${history.href !== undefined && html`<p><a href=${history.href}>Every change, on a page of its own</a></p>`}
  </details>`;

/** A release: its version, its day and what changed in one line; the changes are in its fold. */
const releaseItem = (
  { version, anchor, day, words, lines }: ReleaseOfDefinition,
  page: string | undefined,
): Html => {
  // Links from other pages lead to the changes of a release where they are listed.
  const id = page === undefined && anchor;
  const changes = id
    ? html`<div id=${id}>${changeLines(lines)}</div>`
    : html`<a data-bring href=${`${page}${fragment(anchor)}`}>In the whole history</a>`;
  return html`<li><b>${refLink(version)}</b>${day !== undefined && ` (${day})`}: ${
    lines.length === 0
      ? html`<span id=${id}>${words}</span>`
      : html`<details class="fold"><summary>${words}</summary>${changes}</details>`
  }</li>`;
};
