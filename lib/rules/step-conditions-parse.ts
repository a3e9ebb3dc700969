import { type Condition, parsePredicate } from '../corpus/match/parse-predicate.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { anchorsOfStanzas } from '../corpus/steps/anchors-of-stanzas.ts';
import { stanzasOfStep } from '../corpus/steps/stanzas-of-step.ts';
import { finding } from '../findings/finding.ts';
import { placesInText } from '../source/places-in-text.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

const KEYS = ['with', 'only_if', 'required_if'] as const;
type Key = (typeof KEYS)[number];

/**
 * The conditions of steps parse and name facts that exist: `with` those of the step's own stanza, and the others those of
 * a stanza that they name.
 */
export const stepConditionsParse: Rule = {
  name: 'step-conditions-parse',
  codes: ['flow/predicate', 'flow/unknown-fact', 'reference/stanza'],
  check(corpus, report) {
    for (const entry of corpus.definitions.flow.values()) {
      for (const [i, step] of entry.data.steps.entries()) {
        const own = stanzasOfStep(step);
        for (const key of KEYS) {
          const text = step[key];
          if (text !== undefined)
            checkPredicate({ key, text, own, at: ['steps', i, key], entry }, corpus, report);
        }
      }
    }
  },
};

interface StepPredicate {
  readonly key: Key;
  readonly text: string;
  /** The stanzas of which the step sends one. */
  readonly own: readonly string[];
  readonly at: readonly (string | number)[];
  readonly entry: Entry<'flow'>;
}

function checkPredicate(predicate: StepPredicate, corpus: Corpus, report: Report): void {
  const { key, text, own, at, entry } = predicate;
  const placeOf = placesInText(entry.source, at, text);
  const complain = (offset: number, reason: string): void => {
    const args = { key, predicate: clip(text), reason };
    const { path } = findingAt(entry, at, 'flow/predicate', args);
    report(finding('flow/predicate', args, placeOf(offset), path));
  };
  const parsed = parsePredicate(text);
  if ('error' in parsed) {
    complain(parsed.error.offset, parsed.error.reason);
    return;
  }
  if (parsed.direction !== undefined) {
    complain(0, `'${parsed.direction}' has no meaning here: 'from' and 'to' say who sends the step`);
  }
  for (const { than, offset } of parsed.earlier) {
    complain(than?.offset ?? offset, "what the step comes after is said by the key 'after'");
  }
  if (key === 'with' && own.length === 0) {
    complain(0, "the step names no stanza in 'stanza' or 'one_of'");
    return;
  }
  for (const condition of parsed.conditions) {
    const { stanza, anchor, offset } = condition;
    const reason = misplaced(key, condition);
    if (reason !== undefined) {
      complain(offset, reason);
      continue;
    }
    const here: Report = (one) => report({ ...one, ...placeOf(offset) });
    if (stanza !== undefined) checkReference(corpus, here, 'stanza', stanza, entry, at);
    const stanzas = stanza === undefined ? own : [stanza];
    const anchors = anchorsOfStanzas(corpus, stanzas);
    if (anchors === undefined || anchors.includes(anchor)) continue;
    const args = { anchor: clip(anchor), stanzas, suggestion: suggest(anchor, anchors) };
    here(findingAt(entry, at, 'flow/unknown-fact', args));
  }
}

/** Why a condition does not belong under a key. */
function misplaced(key: Key, { stanza, anchor }: Condition): string | undefined {
  if (key === 'with') {
    return stanza === undefined
      ? undefined
      : `it is about the step's own stanza, so write ${clip(anchor)} without '${clip(stanza)}:'`;
  }
  return stanza === undefined
    ? `it does not say which stanza of the call has ${clip(anchor)}, as call-offer:${clip(anchor)} does`
    : undefined;
}
