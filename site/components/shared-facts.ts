import { counted } from '../../lib/text/counted.ts';
import { type Html, type HtmlValue, html, joined } from '../html/html.ts';
import type { SharedFactView, SharedName } from '../model/nodes/shared-fact-view.ts';
import type { SharedPart } from '../model/nodes/shared-part.ts';
import type { TextLinks } from '../model/text/text-links.ts';
import { codeLinks } from './code-links.ts';
import { confidenceMark } from './confidence-mark.ts';
import { factName } from './fact-name.ts';
import { factRows } from './fact-rows.ts';
import { presenceMarks } from './presence-marks.ts';
import { proseLine } from './prose.ts';
import { refLink } from './ref-link.ts';

/** More facts are folded; the summary and the structure of the page have their names. */
const MOST_OPEN = 3;

/**
 * What a node takes from a shared node or its envelope: each fact at its place, linked to the page that holds it with
 * its evidence. Nothing where there is none.
 * @param label what the table holds, for readers who do not see what is above it
 */
export function sharedFacts(
  { rows, names, elsewhere }: SharedPart,
  label: string,
  links: TextLinks,
): HtmlValue {
  if (elsewhere !== undefined)
    return html`<details class="fold">
      <summary>${counted(names.length, 'fact')} from <span class="chip">${elsewhere.owner}</span>: ${joined(
        names.map(({ anchor, name }) => html`<span id=${anchor}>${name}</span>`),
        ', ',
      )}</summary>
      <a data-bring href=${elsewhere.at}>Show them on the page of sources</a>
    </details>`;
  if (names.length > 0) return html`<p class="names">${sharedNames(names)}</p>`;
  if (rows.length === 0) return undefined;
  const chips = joined(
    ownersOf(rows).map((owner) => html`<span class="chip">${owner}</span>`),
    ', ',
  );
  return html`<details class="fold" open=${rows.length <= MOST_OPEN}>
    <summary>${counted(rows.length, 'fact')} from ${chips}: ${rows.map(({ name }) => name).join(', ')}</summary>
    ${sharedTable(rows, label, links)}
  </details>`;
}

const ownersOf = (rows: readonly SharedFactView[]): string[] => [
  ...new Set(rows.map(({ owner }) => owner.text)),
];

/** Facts of a shared node or an envelope at a place that uses it. */
export const sharedTable = (rows: readonly SharedFactView[], label: string, links: TextLinks): Html =>
  html`<table class="facts" aria-label=${label}>
      <thead>
        <tr>
          <th scope="col">Name, Type, Description</th>
          <th scope="col">Required</th>
          <th scope="col">Confidence, Provenance</th>
        </tr>
      </thead>
      ${rows.map((fact) => sharedRow(fact, ownersOf(rows).length > 1, links))}
    </table>`;

const sharedNames = (names: readonly SharedName[]): HtmlValue => [
  html`<b>Has:</b> `,
  joined(
    names.map(({ anchor, name, home }) =>
      home === undefined
        ? html`<code id=${anchor}>${name}</code>`
        : html`<a id=${anchor} href=${home}>${name}</a>`,
    ),
    ', ',
  ),
];

const sharedRow = (fact: SharedFactView, namesOwner: boolean, links: TextLinks): Html =>
  factRows(
    fact.anchor,
    html`${factName(fact.name, fact.home, { refuted: fact.refuted })}${fact.type !== undefined && html` <span class="type">${refLink(fact.type)}</span>`}${fact.occurrenceWords !== undefined && html` <span class="type">${fact.occurrenceWords}</span>`}`,
    presenceMarks(fact.presence),
    confidenceMark(fact.confidence),
    [
      fact.choice !== undefined && html`${fact.choice.words} ${codeLinks(fact.choice.members)}. `,
      proseLine(fact.description, links),
      fact.value !== undefined && html`<p class="observed">always <code>${fact.value}</code></p>`,
      fact.inside.length > 0 && html`<p class="names">${sharedNames(fact.inside)}</p>`,
      origin(fact, namesOwner),
    ],
  );

/** Where a shared fact comes from, if its table has facts of several owners, and how many disputes it has there. */
const origin = ({ owner, openDisputes }: SharedFactView, namesOwner: boolean): HtmlValue => {
  const words = [
    ...(namesOwner ? [`from ${owner.text}`] : []),
    ...(openDisputes > 0 ? [counted(openDisputes, 'dispute')] : []),
  ];
  return words.length > 0 && html`<span class="known">${words.join(', ')}</span>`;
};
