import { type HtmlValue, html } from '../html/html.ts';
import type { Neighbours } from '../model/frame/neighbours.ts';

/** Links to the previous and the next definition. */
export const neighbourLinks = ({ previous, next }: Neighbours): HtmlValue =>
  (previous !== undefined || next !== undefined) &&
  html`<nav class="beside" aria-label="Previous and next">
    ${previous !== undefined && html`<a rel="prev" href=${previous.href}><small>Previous</small> ${previous.text}</a>`}${' '}
    ${next !== undefined && html`<a rel="next" href=${next.href}><small>Next</small> ${next.text}</a>`}
  </nav>`;
