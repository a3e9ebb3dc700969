import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { ChangesView } from '../model/lists/changes-page.ts';
import { changeWords } from './change-words.ts';
import { heading } from './heading.ts';
import { refList } from './ref-list.ts';

/** How many lines of a section are outside of its fold. */
const IN_SIGHT = 20;

/** Changes by heading, with equal ones in one line. */
export const changeSections = (sections: readonly ChangesView[], level: number): Html =>
  html`${sections.map(
    ({ title, anchor, count, groups }) => html`<section class="changed">
      ${heading(level, [title, ' ', html`<small>${count}</small>`], { id: anchor })}
      ${changeItems(groups.slice(0, IN_SIGHT))}
      ${
        groups.length > IN_SIGHT &&
        html`<details class="fold"><summary>${groups.length - IN_SIGHT} more changes</summary>${changeItems(groups.slice(IN_SIGHT))}</details>`
      }
    </section>`,
  )}`;

const changeItems = (groups: ChangesView['groups']): HtmlValue =>
  groups.length > 0 &&
  html`<ul>
    ${groups.map(
      ({ words, paths, rest }) => html`<li>
        <p>${changeWords(words)}</p>
        <p class="paths">${refList(paths)}</p>
        ${
          rest.length > 0 &&
          html`<details class="fold"><summary>${rest.length} more</summary><p class="paths">${refList(rest)}</p></details>`
        }
      </li>`,
    )}
  </ul>`;
