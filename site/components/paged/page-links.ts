import { type HtmlValue, html } from '../../html/html.ts';
import { pageNumbers } from '../../model/paged/page-numbers.ts';

/**
 * Links to the pages of a split list. A list of one page has none.
 * @param hrefOf the address of a page, by its number
 * @param what what the pages list, such as `facts`
 * @param isSecond whether the page has them above its list already: each landmark has a name of its own
 */
export const pageLinks = (
  current: number,
  last: number,
  hrefOf: (page: number) => string,
  what: string,
  isSecond = false,
): HtmlValue =>
  last > 1 &&
  html`<nav class="pages" aria-label=${`${isSecond ? 'More pages' : 'Pages'} of ${what}`}>
    ${current > 1 && html`<a href=${hrefOf(current - 1)} rel="prev">Previous</a> `}
    ${pageNumbers(current, last).map((page) =>
      page === undefined
        ? html`<span>…</span> `
        : html`<a href=${hrefOf(page)} aria-current=${page === current && 'page'} aria-label=${`Page ${page}`}>${page}</a> `,
    )}
    ${current < last && html`<a href=${hrefOf(current + 1)} rel="next">Next</a>`}
  </nav>`;
