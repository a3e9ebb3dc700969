import { type Html, html } from '../html/html.ts';
import type { NavItem } from '../model/frame/frame.ts';

/** Links of a navigation, one below the other. */
export const navList = (items: readonly NavItem[]): Html => html`<ul>
  ${items.map(({ text, href, count, share, current }) => {
    const figure = count ?? share;
    return html`<li><a href=${href} aria-current=${current}>${text}${figure !== undefined && html` <small>${figure}</small>`}</a></li>`;
  })}
</ul>`;
