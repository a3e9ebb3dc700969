import { type HtmlValue, html } from '../../html/html.ts';
import type { ListIndex } from '../../model/paged/list-index.ts';

/** The way into a long list: its definitions with the number of their entries, or its pages. */
export const listIndexView = ({ definitions, ranges }: ListIndex): HtmlValue => [
  definitions.map(
    ({ title, entries }) => html`<section>
      <h3>${title}</h3>
      <ul class="flow-list">
        ${entries.map(
          ({ name, href, count, filter, anchor }) =>
            html`<li id=${anchor}><a href=${href} data-filter=${filter}>${name}</a> <small>${count}</small></li>`,
        )}
      </ul>
    </section>`,
  ),
  ranges.length > 0 &&
    html`<ul class="flow-list">${ranges.map(({ text, href }) => html`<li><a href=${href}>${text}</a></li>`)}</ul>`,
];
