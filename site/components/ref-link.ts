import { type Html, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';

/** A link, or plain text where there is nothing to lead to. */
export const refLink = ({ text, href }: Ref): Html =>
  href === undefined ? html`${text}` : html`<a href=${href}>${text}</a>`;
