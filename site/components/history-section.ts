import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { DefinitionHistory, ReleaseOfDefinition } from '../model/history/definition-history.ts';
import { changeLines } from './change-lines.ts';
import { refLink } from './ref-link.ts';

/** The history of a definition on its own page, release by release; nothing where no release has it. */
export const historySection = (history: DefinitionHistory | undefined): HtmlValue =>
  history !== undefined &&
  html`<h2 id="~history">History</h2>
  <p class="note">${refLink({ text: history.words, href: history.href })}.</p>
  ${history.releases.length > 0 && html`<ul class="references">${history.releases.map(releaseItem)}</ul>`}`;

/** A release: its version, its day and what changed in one line; the changes are in its fold. */
const releaseItem = ({ version, day, words, lines }: ReleaseOfDefinition): Html =>
  html`<li><b>${refLink(version)}</b>${day !== undefined && ` (${day})`}: ${
    lines.length === 0
      ? words
      : html`<details class="fold"><summary>${words}</summary>${changeLines(lines)}</details>`
  }</li>`;
