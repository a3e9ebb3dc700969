import { type Html, html } from '../html/html.ts';
import type { GuideRow } from '../model/guides/guide-page.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { proseLine } from './prose.ts';

/** Facts of a guide: where each is, whether it is written and delivered, what it means, and how sure it is. */
export const guideTable = (rows: readonly GuideRow[], title: string, links: TextLinks): Html => {
  const hasLegs = rows.some(({ sent }) => sent !== undefined);
  return html`<table class="slim">
    <caption class="vh">${title}</caption>
    <thead><tr>
      <th scope="col">Fact</th>
      ${hasLegs && [html`<th scope="col">You send it</th>`, html`<th scope="col">You receive it</th>`]}
      <th scope="col">Meaning</th>
      <th scope="col">Confidence</th>
    </tr></thead>
    <tbody>
      ${rows.map(
        ({ path, href, sent, delivered, meaning, confidence }) => html`<tr>
          <th scope="row"><a href=${href}><code>${path}</code></a></th>
          ${hasLegs && [html`<td data-label="You send it">${sent}</td>`, html`<td data-label="You receive it">${delivered}</td>`]}
          <td data-label="Meaning">${proseLine(meaning, links)}</td>
          <td data-label="Confidence">${confidence !== undefined && confidenceMark(confidence)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
};
