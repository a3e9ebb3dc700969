import { type Html, html } from '../html/html.ts';
import type { FrozenPage } from '../model/history/frozen-page.ts';
import { refLink } from './ref-link.ts';

/** One part of the frozen pages of a release, by kind. */
export const frozenList = ({ groups }: FrozenPage): Html =>
  html`${groups.map(
    ({ title, refs }) =>
      html`<h2>${title} <small>${refs.length}</small></h2><ul class="columns">${refs.map((ref) => html`<li>${refLink(ref)}</li>`)}</ul>`,
  )}`;
