import { type HtmlValue, html } from '../../html/html.ts';

/**
 * Links to the pages of a client whose stanzas do not fit on one; nothing for one page.
 * @param hrefOf the address of a page, by its number
 */
export const clientPages = (current: number, last: number, hrefOf: (page: number) => string): HtmlValue =>
  last > 1 &&
  html`<nav class="pages" aria-label="Pages of stanzas">
    ${Array.from({ length: last }, (_, i) => i + 1).map(
      (page) =>
        html`<a href=${hrefOf(page)} aria-current=${page === current && 'page'} aria-label=${`Page ${page}`}>${page}</a> `,
    )}
  </nav>`;
