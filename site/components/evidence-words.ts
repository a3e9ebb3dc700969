import { type Html, html } from '../html/html.ts';
import type { FactView } from '../model/views/fact-view.ts';

/** How much evidence there is. It leads to the evidence where another page has it. */
export const evidenceWords = ({ evidence, at, checked }: FactView): Html =>
  html`${at === undefined ? evidence : html`<a href=${at}>${evidence}</a>`}${checked && html`, checked`}`;
