import { type Html, html, joined } from '../html/html.ts';
import type { TallyView } from '../model/views/tally-view.ts';
import { tallyBar } from './tally-bar.ts';

/** Facts by confidence in a cell: how many, a bar, and the number of each with its mark, which screen readers say as a word. */
export function tallyCell(tally: TallyView): Html {
  const numbers = tally.parts.map(
    ({ name }) =>
      html`<span class="conf ${name}" title=${name}>${tally.counts[name]}<span class="vh"> ${name}</span></span>`,
  );
  return html`<span class="tally">
    <b>${tally.total}</b> ${tallyBar(tally)}
    <small>${joined(numbers, html`<span class="vh">, </span>`)}</small>
  </span>`;
}
