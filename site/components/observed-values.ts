import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { Ref } from '../model/links/ref.ts';
import type { FactView } from '../model/views/fact-view.ts';

/** The value of a fact, if it is always the same, those that were observed, and those that are only named. */
export const observedValues = (fact: FactView): readonly HtmlValue[] => [
  fact.value !== undefined && html`<p class="observed">always <code>${fact.value}</code></p>`,
  fact.observed.length + fact.named.length > 0 && html`<p class="observed">${listed(fact)}</p>`,
];

/** Where something was seen with other values than those that are named, both labels are there. */
const listed = ({ observed, named, isSeen }: FactView): HtmlValue => [
  (observed.length > 0 || isSeen) &&
    html`observed: ${observed.length > 0 ? values(observed) : 'none of these'}${named.length > 0 && '; '}`,
  named.length > 0 && html`values named: ${values(named)}`,
];

const values = (list: readonly (Ref & { readonly refuted?: boolean })[]): Html =>
  html`${joined(
    list.map(({ text, href, refuted = false }) => {
      const code = html`<code>${text}</code>`;
      return html`${href === undefined ? code : html`<a href=${href}>${code}</a>`}${refuted && html` <small class="refuted">refuted</small>`}`;
    }),
    ', ',
  )}`;
