import { type Html, html } from '../html/html.ts';
import type { Links } from '../model/links/links.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** Things to read, with remarks. */
export const readingList = (
  references: readonly ReturnType<Links['reference']>[],
  links: TextLinks,
): Html => html`<ul class="references">
  ${references.map(
    (reference) => html`<li>
      ${refLink(reference)}
      ${reference.note !== undefined && html`<span class="note">: ${proseLine(reference.note, links)}</span>`}
    </li>`,
  )}
</ul>`;
