import { type Html, html } from '../html/html.ts';
import type { EvidenceView } from '../model/views/evidence-view.ts';

/** How much evidence there is. It leads to the evidence where another page has it. */
export const evidenceWords = ({ evidence, at }: EvidenceView): Html =>
  at === undefined ? html`${evidence}` : html`<a href=${at}>${evidence}</a>`;
