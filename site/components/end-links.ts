import { type Html, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';

/** The links at the end of a page. */
export interface EndLinks {
  readonly back?: Ref | undefined;
  readonly yaml?: string | undefined;
  readonly edit?: string | undefined;
  readonly report?: string | undefined;
}

/** The links at the end of a page: back, to the data, to an editor for it, to the report form. */
export const endLinks = (home: string, { back, yaml, edit, report }: EndLinks): Html =>
  html`<nav class="end" aria-label="About this page">
    ${back !== undefined && html`<a href=${back.href}>${back.text}</a> `}
    <a href=${home}>Spec overview</a>${' '}
    ${yaml !== undefined && html`<a href=${yaml}>YAML</a> `}
    ${edit !== undefined && html`<a href=${edit}>Edit this page</a> `}
    ${report !== undefined && html`<a href=${report}>Report a discrepancy</a>`}
  </nav>`;
