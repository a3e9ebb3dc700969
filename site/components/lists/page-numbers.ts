import { type HtmlValue, html } from '../../html/html.ts';
import type { Ref } from '../../model/links/ref.ts';

/** Links to the pages of a long list. */
export const pageNumbers = (pages: readonly (Ref & { readonly current: boolean })[]): HtmlValue =>
  pages.length > 0 &&
  html`<nav class="pages" aria-label="Pages">
    ${pages.map(({ text, href, current }) => html`<a href=${href} aria-current=${current && 'page'}>${text}</a> `)}
  </nav>`;
