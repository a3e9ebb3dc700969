import { type HtmlValue, html, joined } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';
import { refLink } from './ref-link.ts';

/** Names in code that lead to what they name, with commas between them. */
export const codeLinks = (refs: readonly Ref[]): HtmlValue =>
  joined(
    refs.map((ref) => html`<code>${refLink(ref)}</code>`),
    ', ',
  );
