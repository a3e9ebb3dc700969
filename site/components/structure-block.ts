import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { Shape } from '../model/nodes/shape.ts';
import type { Piece } from '../model/views/piece.ts';
import { confidenceMark } from './confidence-mark.ts';

/** The spaces of one level. */
const LEVEL = 2;
/** Deeper lines are not indented further when they go on. */
const DEEPEST = 7;

/**
 * The structure of a node as a block of code, whose names are links with a mark of their confidence before them, and the
 * meanings of its marks. It can be copied as it is.
 */
export const structureBlock = ({ lines, legend, confidences }: Shape): Html =>
  html`<div class="snippet"><pre class="code structure"><code>${lines.map((line, i) => structureLine(line, i < lines.length - 1))}</code></pre></div>
  ${
    legend.length + confidences.length > 0 &&
    html`<p class="legend">
      ${confidences.map((name) => html`${confidenceMark(name)} `)}
      ${legend.map(({ mark, meaning }) => html`<span>${mark === 'refuted' ? html`<s>name</s>` : html`<code>${mark}</code>`} ${meaning}</span> `)}
    </p>`
  }`;

/** A line, whose class is its level: where it is too long, it goes on below its own start. */
function structureLine(line: readonly Piece[], hasNext: boolean): Html {
  const [first] = line;
  const indent = first !== undefined && /^ +$/.test(first.text) ? first.text : '';
  const level = Math.min(DEEPEST, Math.round(indent.length / LEVEL));
  return html`<span class=${level > 0 && `i${level}`}>${indent !== '' && html`<i>${indent}</i>`}${(indent === '' ? line : line.slice(1)).map(pieceOf)}${hasNext && '\n'}</span>`;
}

function pieceOf({ text, role, href, confidence, refuted }: Piece): HtmlValue {
  if (href === undefined) return role === 'plain' ? text : html`<span class=${role}>${text}</span>`;
  // Most names are probable: only the others say so.
  const marked = confidence !== undefined && confidence !== 'probable';
  const content = refuted === true ? html`<s>${text}</s>` : text;
  return html`<a class=${marked ? `${role} ${confidence}` : role} href=${href}>${content}</a>`;
}
