import type { Entry } from '../corpus/model/corpus.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * The steps of a flow have ids of their own, answer earlier steps of the same flow and come after them, and name clients
 * that exist.
 */
export const stepsReferBack: Rule = {
  name: 'steps-refer-back',
  codes: [
    'flow/duplicate-step',
    'flow/reserved-step',
    'reference/step',
    'flow/answers-later',
    'flow/after-later',
    'reference/flavor',
  ],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      checkIds(entry, report);
      for (const [i, { answers, after = [], clients = {} }] of entry.data.steps.entries()) {
        if (answers !== undefined) checkEarlierStep(answers, i, ['answers'], entry, report);
        for (const [n, id] of after.entries()) checkEarlierStep(id, i, ['after', n], entry, report);
        for (const key of ['does', 'leaves_out'] as const) {
          for (const [n, id] of (clients[key] ?? []).entries()) {
            if (id === 'official') continue;
            checkReference(corpus, report, 'flavor', id, entry, ['steps', i, 'clients', key, n]);
          }
        }
      }
    }
  },
};

function checkIds(entry: Entry<'flow'>, report: Report): void {
  const named = entry.data.steps.flatMap(({ id }, at) => (id === undefined ? [] : [{ id, at }]));
  for (const { name: id, index, first } of repeated(named, (one) => one.id)) {
    const { line } = entry.source.place(['steps', named[first]?.at ?? 0, 'id']);
    report(findingAt(entry, ['steps', named[index]?.at ?? 0, 'id'], 'flow/duplicate-step', { id, line }));
  }
  for (const { id, at } of named) {
    if (/^(?:step|question)-/.test(id)) {
      report(findingAt(entry, ['steps', at, 'id'], 'flow/reserved-step', { id }));
    }
  }
}

function checkEarlierStep(
  id: string,
  index: number,
  place: readonly ['answers'] | readonly ['after', number],
  entry: Entry<'flow'>,
  report: Report,
): void {
  const { steps } = entry.data;
  const pointer = ['steps', index, ...place];
  const at = steps.findIndex((one) => one.id === id);
  if (at === -1) {
    const allowed = steps.flatMap((one) => one.id ?? []);
    report(findingAt(entry, pointer, 'reference/step', { id, allowed, suggestion: suggest(id, allowed) }));
  } else if (at >= index) {
    const line = at === index ? undefined : entry.source.place(['steps', at, 'id']).line;
    const code = place[0] === 'answers' ? 'flow/answers-later' : 'flow/after-later';
    report(findingAt(entry, pointer, code, { id, line }));
  }
}
