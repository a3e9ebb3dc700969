import { type HtmlValue, html, joined } from '../html/html.ts';
import type { FactView } from '../model/views/fact-view.ts';

/** The value of a fact, if it is always the same, and those that were observed. */
export const observedValues = ({ value, observed }: FactView): readonly HtmlValue[] => [
  value !== undefined && html`<p class="observed">always <code>${value}</code></p>`,
  observed.length > 0 &&
    html`<p class="observed">observed: ${joined(
      observed.map(({ text, href }) => {
        const code = html`<code>${text}</code>`;
        return href === undefined ? code : html`<a href=${href}>${code}</a>`;
      }),
      ', ',
    )}</p>`,
];
