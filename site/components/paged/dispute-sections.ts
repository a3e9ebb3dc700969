import { type Html, html } from '../../html/html.ts';
import type { DisputeSection } from '../../model/lists/disputes-page.ts';
import type { TextLinks } from '../../model/text/text-links.ts';
import { disputeArticles } from '../dispute-articles.ts';

/** The disputes of a page under their headings. */
export const disputeSections = (sections: readonly DisputeSection[], links: TextLinks): Html =>
  html`${sections.map(
    ({ group, title, meaning, definitions }) => html`<section>
      <h2 id=${`~${group}`}>${title}</h2>
      <p class="note">${meaning}</p>
      ${disputeArticles(definitions, links)}
    </section>`,
  )}`;
