import { type Html, type HtmlValue, html } from '../html/html.ts';
import type { MapPhase, PhaseMap, Way } from '../model/overview/phase-map.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { factName } from './fact-name.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** More entries than this are in two columns. */
const IN_A_COLUMN = 6;

/** The map of a protocol: its phases from left to right, each with its stanzas, and below them the others. */
export const phaseMapView = ({ sequence, asides }: PhaseMap, textLinks: TextLinks): Html =>
  html`<div class="map">
    ${sequence.length > 0 && html`<ol>${sequence.map((phase) => phaseView(phase, textLinks))}</ol>`}
    ${asides.length > 0 && html`<ul>${asides.map((phase) => phaseView(phase, textLinks))}</ul>`}
  </div>`;

const phaseView = ({ title, summary, stanzas, more }: MapPhase, textLinks: TextLinks): Html =>
  html`<li class=${stanzas.length > IN_A_COLUMN && 'wide'}>
    <h3>${refLink(title)}</h3>
    ${summary !== undefined && html`<p>${proseLine(summary, textLinks)}</p>`}
    <ul>
      ${stanzas.map(
        ({ text, href, tag, way, refuted }) =>
          html`<li>${wayMark(way)} ${factName(text, href, { refuted })}${tag !== undefined && html` <code>${tag}</code>`}</li>`,
      )}
      ${more > 0 && html`<li><a href=${title.href}>and ${more} more</a></li>`}
    </ul>
  </li>`;

const WAYS: Readonly<Record<Way, readonly [sign: string, words: string]>> = {
  sent: ['→', 'sent'],
  received: ['←', 'received'],
  both: ['⇄', 'sent and received'],
};

/** The direction of a stanza as an arrow, which screen readers say in words. */
const wayMark = (way: Way): HtmlValue =>
  html`<span class="way" title=${WAYS[way][1]}><span aria-hidden="true">${WAYS[way][0]}</span><span class="vh">${WAYS[way][1]}:</span></span>`;
