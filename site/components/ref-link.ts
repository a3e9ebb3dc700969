import { type Html, html } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';

/** A link, or plain text if there is no address. */
export const refLink = ({ text, href }: Ref): Html =>
  href === undefined ? html`${text}` : html`<a href=${href}>${text}</a>`;
