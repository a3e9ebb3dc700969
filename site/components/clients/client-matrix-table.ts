import { type Html, type HtmlValue, html, joined } from '../../html/html.ts';
import type { ClientMatrix, MatrixCell } from '../../model/clients/client-matrix.ts';

/**
 * What each implementation does with each part of a stanza: letters for the eye, words for everybody else. It scrolls
 * in its own region, in which its head and the names of the parts stay in view.
 */
export const clientMatrixTable = ({ stanza, columns, rows }: ClientMatrix): Html => html`<section
    class="matrix-room" tabindex="0" aria-label=${`Implementations of ${stanza.text}`}>
  <table class="matrix">
    <caption class="vh">What each implementation does with each part of ${stanza.text}</caption>
    <thead>
      <tr>
        <th scope="col">Part</th>
        ${columns.map(
          ({ text, href, first }) =>
            html`<th scope="col" class=${first && 'first'}><a href=${href}>${text}</a></th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ part, anchor, depth, refuted, cells }) => html`<tr>
          <th scope="row" class="${`d${Math.min(depth, MOST_DEPTH)}`}"><a href=${part.href} aria-label=${part.text === anchor ? undefined : anchor}>${breakable(part.text)}</a>${
            refuted && html` <small class="refuted">refuted</small>`
          }</th>
          ${cells.map(cellOf)}
        </tr>`,
      )}
    </tbody>
  </table>
</section>`;

const MOST_DEPTH = 6;

/** A name breaks behind a `_` or `-`. */
const breakable = (name: string): HtmlValue => joined(name.split(/(?<=[_-])(?=.)/), html`<wbr>`);

const CLASSES = { 'writes and reads': 'wr', writes: 'w', reads: 'r', names: 'n' } as const;

const cellOf = (cell: MatrixCell): Html =>
  typeof cell === 'number'
    ? html`<td colspan=${cell > 1 && cell}></td>`
    : html`<td class=${CLASSES[cell]}><span class="vh">${cell}</span></td>`;

/** What the letters of the matrix mean. */
export const matrixLegend: Html = html`<ul class="matrix-legend">
  <li><b class="w"></b> writes it</li>
  <li><b class="r"></b> reads it</li>
  <li><b class="wr"></b> both</li>
  <li><b class="n"></b> only names it</li>
  <li>empty: not seen in its code, which does not mean that it is not there</li>
</ul>`;
