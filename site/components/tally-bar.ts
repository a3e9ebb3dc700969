import { type HtmlValue, html } from '../html/html.ts';
import type { TallyView } from '../model/views/tally-view.ts';

/** The share of each confidence as a bar. Hidden from screen readers, since the text beside it says the same. */
export const tallyBar = ({ parts }: TallyView): HtmlValue =>
  parts.length > 0 &&
  html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    ${parts.map(({ name, start, width }) => html`<rect class=${name} x=${start} width=${width} height="1"></rect>`)}
  </svg>`;
