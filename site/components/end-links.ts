import { type Html, html } from '../html/html.ts';
import type { Neighbours } from '../model/frame/neighbours.ts';
import type { Ref } from '../model/links/ref.ts';
import { neighbourLinks } from './neighbour-links.ts';

/** The links at the end of a page. */
export interface EndLinks {
  /** The definitions before and after the one of the page. */
  readonly neighbours?: Neighbours | undefined;
  readonly back?: Ref | undefined;
  readonly yaml?: string | undefined;
  readonly edit?: string | undefined;
  readonly report?: string | undefined;
}

/** The links at the end of a page: its neighbours, back, to the data, to an editor for it, to the report form. */
export const endLinks = (home: string, { neighbours, back, yaml, edit, report }: EndLinks): Html =>
  html`<div class="ends">
    ${neighbours !== undefined && neighbourLinks(neighbours)}
    <nav class="end" aria-label="About this page">
      ${back !== undefined && html`<a href=${back.href}>${back.text}</a> `}
      <a href=${home}>Spec overview</a>${' '}
      ${yaml !== undefined && html`<a href=${yaml}>YAML</a> `}
      ${edit !== undefined && html`<a href=${edit}>Edit this page</a> `}
      ${report !== undefined && html`<a href=${report}>Report a discrepancy</a>`}
    </nav>
  </div>`;
