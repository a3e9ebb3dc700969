import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { ChangeLine } from '../model/history/definition-history.ts';
import { changeWords } from './change-words.ts';
import { refList } from './ref-list.ts';

/** Fewer are not worth a fold. */
const FOLDED = 3;

/**
 * Changes as a list: what kind of change, of which parts, and what it was. What changes only words and evidence is folded
 * where there is much of it.
 */
export function changeLines(lines: readonly ChangeLine[]): HtmlValue {
  const quiet = lines.filter(({ isQuiet }) => isQuiet);
  // A change of the definition itself names no part.
  const changes = quiet.reduce((sum, one) => sum + Math.max(1, one.parts.length), 0);
  const isFolded = changes >= FOLDED && quiet.length < lines.length;
  const open = isFolded ? lines.filter(({ isQuiet }) => !isQuiet) : lines;
  return [
    open.length > 0 && html`<ul class="lines">${open.map(changeLine)}</ul>`,
    isFolded &&
      html`<details class="fold"><summary>${counted(changes, 'change')} of wording and evidence only</summary><ul class="lines">${quiet.map(changeLine)}</ul></details>`,
  ];
}

const changeLine = ({ title, isBreaking, words, parts }: ChangeLine): Html =>
  html`<li><b>${title}</b>${isBreaking && html` <small>breaking</small>`} ${parts.length > 0 && [refList(parts), ': ']}${changeWords(words)}</li>`;
