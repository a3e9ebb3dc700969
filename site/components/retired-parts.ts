import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { RetiredPartView } from '../model/views/retired-page-views.ts';
import { fateWords } from './fate-words.ts';
import { refLink } from './ref-link.ts';

/** The retired parts of a page. Each entry keeps its id, so that old links still work. */
export const retiredParts = (
  parts: readonly RetiredPartView[],
  links: TextLinks,
): Html => html`<ul class="former">
  ${parts.map(
    (part) => html`<li id=${part.anchor !== '' && part.anchor}>
      <code>${part.path}</code>: ${fateWords(part, links)} <small>Last in ${refLink(part.last)}</small>
    </li>`,
  )}
</ul>`;
