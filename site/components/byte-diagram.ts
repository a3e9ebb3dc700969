import { type Html, html } from '../html/html.ts';
import { COLUMNS, type LayoutView } from '../model/parts/layout-view.ts';

const UNIT = 18;
const HEIGHT = 40;
const EDGE = 34;

/**
 * A layout as a drawing: rows of four bytes, with a box for each field. It shows what the table below it says, so it is
 * only seen, not read.
 */
export const byteDiagram = ({
  boxes,
  rows,
  offsets,
}: LayoutView): Html => html`<svg class="bytes" aria-hidden="true" focusable="false" viewBox="0 0 ${EDGE + COLUMNS * UNIT + 1} ${rows * HEIGHT + 1}">
  ${offsets.map((byte, row) => html`<text class="offset" x="${EDGE - 8}" y="${row * HEIGHT + HEIGHT / 2}">${byte}</text>`)}
  ${boxes.map(
    ({
      row,
      x,
      width,
      label,
    }) => html`<rect x="${EDGE + x * UNIT + 0.5}" y="${row * HEIGHT + 0.5}" width="${width * UNIT}" height="${HEIGHT}"></rect>
    ${label !== '' && html`<text class="name" x="${EDGE + (x + width / 2) * UNIT}" y="${row * HEIGHT + HEIGHT / 2}">${fitted(label, width)}</text>`}`,
  )}
</svg>`;

/** A name that is as long as its box has room for. */
function fitted(label: string, width: number): string {
  const room = Math.max(1, Math.floor((width * UNIT - 6) / 8));
  return label.length <= room ? label : room < 3 ? '' : `${label.slice(0, room - 1)}…`;
}
