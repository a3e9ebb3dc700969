import { type Html, html } from '../html/html.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import type { RetiredPartView } from '../model/views/retired-page-views.ts';
import { fateWords } from './fate-words.ts';
import { refLink } from './ref-link.ts';

/** What a page had and has no more. Each entry keeps the id that old links lead to. */
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
