import { type Html, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';
import { refLink } from './ref-link.ts';

/** The path from the overview to a page. */
export const breadcrumbs = (home: string, above: readonly Ref[], here: string): Html =>
  html`<nav class="crumbs" aria-label="Breadcrumbs">
    <a href=${home}>Spec</a> / ${above.map((ref) => html`${refLink(ref)} / `)}<span aria-current="page">${here}</span>
  </nav>`;
