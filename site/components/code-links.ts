import { type HtmlValue, html, joined } from '../html/html.ts';
import type { MemberRef, Ref } from '../model/links/ref.ts';
import { refLink } from './ref-link.ts';

/** Names in code that lead to what they name, with commas between them; what is refuted says so. */
export const codeLinks = (refs: readonly (Ref | MemberRef)[]): HtmlValue =>
  joined(
    refs.map((ref) =>
      'refuted' in ref && ref.refuted
        ? html`<s><code>${refLink(ref)}</code></s> <b class="refuted">refuted</b>`
        : html`<code>${refLink(ref)}</code>`,
    ),
    ', ',
  );
