import { type Html, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';

/** What a page leads to at its end. */
export interface EndLinks {
  readonly back?: Ref | undefined;
  readonly yaml?: string | undefined;
  readonly edit?: string | undefined;
  readonly report?: string | undefined;
}

/** What a reader can do at the end of a page: go back, see the data, correct it, report about it. */
export const endLinks = (home: string, { back, yaml, edit, report }: EndLinks): Html =>
  html`<nav class="end" aria-label="About this page">
    ${back !== undefined && html`<a href=${back.href}>${back.text}</a> `}
    <a href=${home}>Spec overview</a>${' '}
    ${yaml !== undefined && html`<a href=${yaml}>YAML</a> `}
    ${edit !== undefined && html`<a href=${edit}>Edit this page</a> `}
    ${report !== undefined && html`<a href=${report}>Report a discrepancy</a>`}
  </nav>`;
