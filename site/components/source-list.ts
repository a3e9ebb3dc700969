import { type HtmlValue, html } from '../html/html.ts';
import type { SourceGroup } from '../model/views/source-groups.ts';
import { refLink } from './ref-link.ts';
import { refList } from './ref-list.ts';

/** Sources by flavor, each linked to its location in the code. */
export const sourceList = (groups: readonly SourceGroup[]): HtmlValue =>
  groups.length > 0 &&
  html`<ul class="sources">
    ${groups.map(
      ({ flavor, places }) => html`<li>
        ${flavor !== undefined && refLink(flavor)}
        ${flavor !== undefined && places.length > 0 && ': '}
        ${refList(places)}
      </li>`,
    )}
  </ul>`;
