import { makeElement as make } from '../../search/make-element.ts';
import type { LogSummary } from '../messages/log-summary.ts';

/** How many calls are offered. */
const MAX_OFFERED = 50;

/**
 * The calls of a log to choose from, and the stanza that is shown.
 * @param picked the number of the call that is chosen; undefined for the stanza
 */
export function callPicks(calls: LogSummary['whole'], picked: number | undefined): HTMLElement[] {
  if (calls.length === 0) return [];
  const more = calls.length - MAX_OFFERED;
  return [
    ...calls.slice(0, MAX_OFFERED).map(({ number, words }) => pick(String(number), words, number === picked)),
    pick('', 'Only the stanza that is shown above', picked === undefined),
    ...(more > 0 ? [make('p', 'note', `And ${more} more calls. Split the log to hand them in.`)] : []),
  ];
}

function pick(value: string, words: string, isPicked: boolean): HTMLElement {
  const radio = make('input');
  radio.type = 'radio';
  radio.name = 'pick';
  radio.value = value;
  radio.checked = isPicked;
  return make('label', '', radio, make('span', '', words));
}
