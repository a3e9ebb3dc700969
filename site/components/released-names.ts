import { type HtmlValue, html, joined } from '../html/html.ts';
import type { ReleasedName } from '../model/definitions/released-page-views.ts';
import { breakableName } from './breakable-name.ts';

/** What a place has from a shared node or an envelope in a release: each at its anchor, with a link to its row. */
export const releasedNames = (names: readonly ReleasedName[]): HtmlValue =>
  names.length > 0 &&
  html`<p class="names">Has ${joined(
    names.map(({ anchor, href }) => html`<a id=${anchor} href=${href}>${breakableName(anchor)}</a>`),
    ', ',
  )}.</p>`;
