import { type Html, html } from '../html/html.ts';
import type { NavItem } from '../model/frame/nav-item.ts';
import type { NavGroup } from '../model/frame/sidebar-of.ts';

/** Links of a navigation, one below the other. */
const navList = (items: readonly NavItem[]): Html => html`<ul>
  ${items.map(({ text, code, href, count, share, current }) => {
    const figure = count ?? share;
    return html`<li><a href=${href} aria-current=${current}>${text}${code !== undefined && html` <code>${code}</code>`}${figure !== undefined && html` <small>${figure}</small>`}</a></li>`;
  })}
</ul>`;

/** Links of a navigation under the heading of their group, which folds them. */
export const navGroup = ({ title, items, open }: NavGroup): Html =>
  title === undefined
    ? navList(items)
    : html`<details open=${open}><summary>${title}</summary>${navList(items)}</details>`;
