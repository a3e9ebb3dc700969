import { type HtmlValue, html, joined } from '../html/html.ts';
import type { SourceGroup } from '../model/views/source-groups.ts';
import { refLink } from './ref-link.ts';

/** Sources by flavor, each linked to its location in the code. */
export const sourceList = (groups: readonly SourceGroup[]): HtmlValue =>
  groups.length > 0 &&
  html`<ul class="sources">
    ${groups.map(
      ({ flavor, places, state }) => html`<li>
        ${flavor !== undefined && refLink(flavor)}
        ${flavor !== undefined && places.length > 0 && ': '}
        ${joined(
          places.map((place) => html`${refLink(place)}${stateNote(place.state)}`),
          ', ',
        )}${stateNote(state)}
      </li>`,
    )}
  </ul>`;

/** What opening a source has shown. */
const stateNote = (state: string | undefined): HtmlValue => state !== undefined && ` (${state})`;
