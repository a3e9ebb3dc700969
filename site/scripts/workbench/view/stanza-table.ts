import { counted } from '../../../../lib/text/counted.ts';
import { makeElement as make } from '../../search/make-element.ts';
import type { LogSummary, StanzaSummary } from '../messages/log-summary.ts';
import { appendInParts } from './append-in-parts.ts';
import { rowHead, tableHead } from './table-head.ts';

/** How many stanzas are listed: nobody submits more of them one by one. */
const MAX_LISTED = 300;

/** Up to how many stanzas are all listed, whether the spec describes them or not. */
const FEW = 3;

interface Row {
  readonly one: StanzaSummary;
  readonly index: number;
}

/**
 * The stanzas of a log as a table, each with a button that shows it. If there are many, those that the spec does not
 * describe, which are usually other traffic, are in a fold.
 */
export function stanzaTable({ stanzas }: LogSummary, show: (index: number) => void): HTMLElement {
  const all = stanzas.map((one, index) => ({ one, index }));
  const isOther = ({ one }: Row): boolean => one.stanza === undefined && one.refused === undefined;
  const others = all.filter(isOther);
  if (stanzas.length <= FEW || others.length === 0 || others.length === stanzas.length) {
    return tableOf(all, 'Stanzas of the log', show);
  }
  const described = all.filter((row) => !isOther(row));
  const words = `Not described by this spec: ${counted(others.length, 'stanza')}`;
  const fold = make('details', '', make('summary', '', words));
  // Filled when it is first opened: there may be many.
  fold.addEventListener('toggle', () => fold.append(tableOf(others, words, show)), { once: true });
  return make('div', '', tableOf(described, 'Stanzas of the log', show), fold);
}

function tableOf(rows: readonly Row[], label: string, show: (index: number) => void): HTMLElement {
  const body = make('tbody', '');
  const listed = rows.slice(0, MAX_LISTED);
  appendInParts(body, listed.length, (place) => tableRow(listed[place] as Row, show));
  const head = tableHead('Line', 'Stanza', 'Described by', 'Direction', 'Result');
  const scroller = make('div', 'scroller', make('table', 'found', make('caption', 'vh', label), head, body));
  if (rows.length > MAX_LISTED) {
    const words = `Only the first ${MAX_LISTED} are listed. For the rest, split the log or use the command.`;
    scroller.append(make('p', 'note', words));
  }
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', label);
  return scroller;
}

function tableRow({ one, index }: Row, show: (index: number) => void): HTMLElement {
  const button = make('button', '', one.shape);
  button.type = 'button';
  button.disabled = one.refused !== undefined;
  button.addEventListener('click', () => show(index));
  const row = make('tr', '', make('td', '', String(one.line)), rowHead(button), ...cellsOf(one));
  row.dataset['index'] = String(index);
  return row;
}

function cellsOf({ stanza, direction, refused, counts }: StanzaSummary): HTMLElement[] {
  const words =
    refused === undefined
      ? [
          counts.refuted > 0 ? `${counts.refuted} refuted` : '',
          counts.contradicts > 0 ? `${counts.contradicts} contradicted` : '',
          counts.unknown > 0 ? `${counts.unknown} new` : '',
          counts.cut > 0 ? `${counts.cut} cut off` : '',
          counts.settled > 0 ? `answers ${counted(counts.settled, 'question')}` : '',
          `${counts.supports} agree`,
        ].filter((one) => one !== '')
      : [`left out: ${refused}`];
  return [
    make('td', '', stanza ?? 'not in the spec'),
    make('td', '', direction ?? 'not known'),
    make('td', '', words.join(', ')),
  ];
}
