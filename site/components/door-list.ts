import { type Html, html, joined } from '../html/html.ts';
import type { Door } from '../model/overview/doors-of.ts';
import { refLink } from './ref-link.ts';

/** What readers come for, each with the pages to begin with. */
export const doorList = (doors: readonly Door[]): Html =>
  html`<ul class="doors">
    ${doors.map(
      ({ title, text, links }) =>
        html`<li><h3>${refLink(title)}</h3><p>${text}</p><p>${joined(links.map(refLink), ' · ')}</p></li>`,
    )}
  </ul>`;
