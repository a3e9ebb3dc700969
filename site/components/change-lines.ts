import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { ChangeLine } from '../model/history/definition-history.ts';
import { changeWords } from './change-words.ts';
import { refList } from './ref-list.ts';

/** Changes as a list: what kind of change, of which parts, and what it was. */
export const changeLines = (lines: readonly ChangeLine[]): HtmlValue =>
  lines.length > 0 && html`<ul class="lines">${lines.map(changeLine)}</ul>`;

const changeLine = ({ title, words, parts }: ChangeLine): Html =>
  html`<li><b>${title}</b> ${parts.length > 0 && [refList(parts), ': ']}${changeWords(words)}</li>`;
