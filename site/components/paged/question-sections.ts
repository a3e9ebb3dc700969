import { type Html, html } from '../../html/html.ts';
import type { ReachSection } from '../../model/lists/questions-page.ts';
import type { TextLinks } from '../../model/text/text-links.ts';
import { questionItems } from '../question-items.ts';
import { refLink } from '../ref-link.ts';

/** The questions of a page under their headings, by their definitions. */
export const questionSections = (sections: readonly ReachSection[], links: TextLinks): Html =>
  html`${sections.map(
    ({ title, meaning, anchor, count, groups }) => html`<section class="reach">
      <h2 id=${anchor}>${title} <small data-count=${anchor}>${count}</small></h2>
      <p class="note">${meaning}</p>
      ${groups.map(
        (group) => html`<section id=${group.anchor}>
          <h3>${refLink(group.owner)}</h3>
          ${questionItems(group.questions, links, false)}
        </section>`,
      )}
    </section>`,
  )}`;
