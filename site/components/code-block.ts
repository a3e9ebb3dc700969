import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { Piece } from '../model/views/piece.ts';

/** Content that may need a line of its own: bytes, which have no spaces to break at. */
const LONG = /^\S{32}/;

/** A block of code whose names are links. It can be copied as it is. */
export const codeBlock = (lines: readonly (readonly Piece[])[]): Html =>
  html`<div class="snippet"><pre class="code"><code>${lines.map((line, i) => html`<span>${line.map(codePiece)}${i < lines.length - 1 && '\n'}</span>`)}</code></pre></div>`;

function codePiece({ text, role, href, confidence }: Piece): HtmlValue {
  if (href === undefined && role === 'plain') return LONG.test(text) ? html`<wbr>${text}<wbr>` : text;
  if (href === undefined) return html`<span class=${role}>${text}</span>`;
  // Most names are probable: only the others are marked.
  const marked = confidence !== undefined && confidence !== 'probable';
  return html`<a class=${marked ? `${role} ${confidence}` : role} href=${href}>${text}</a>`;
}
