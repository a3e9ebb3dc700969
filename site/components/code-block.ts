import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { Piece } from '../model/views/piece.ts';

/** A block of code whose names are links. It can be copied as it is. */
export const codeBlock = (lines: readonly (readonly Piece[])[]): Html =>
  html`<div class="snippet"><pre class="code"><code>${lines.map((line, i) => html`<span>${line.map(codePiece)}${i < lines.length - 1 && '\n'}</span>`)}</code></pre></div>`;

function codePiece({ text, role, href, confidence }: Piece): HtmlValue {
  if (href === undefined) return role === 'plain' ? text : html`<span class=${role}>${text}</span>`;
  // Most names are probable: only the others are marked.
  const marked = confidence !== undefined && confidence !== 'probable';
  return html`<a class=${marked ? `${role} ${confidence}` : role} href=${href}>${text}</a>`;
}
