import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { rulesFor } from '../calls/answer-rules.ts';
import { type FlowSight, flowSights } from '../calls/flow-sight.ts';
import type { Message } from '../calls/message.ts';
import { type CheckedMessage, checkedCall } from './checked-call.ts';
import { canBe, type Explanation, explainCall } from './explain-call.ts';

/** The numbers of messages that need no explanation: by the id of a fragment, and under '' for every other flow. */
export type Extras = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Whether a call departs from everything that the spec knows: a stanza contradicts a fact, an answer that is due is
 * missing, or no flow explains the call for any observer. A single stanza is no call in a log, and departs from nothing.
 */
export function departs(messages: readonly Message[], corpus: Corpus, extras: Extras): boolean {
  const call = checkedCall(messages, corpus);
  if (call.length < 2) return false;
  if (call.some(({ contradicts }) => contradicts.length > 0)) return true;
  if (unanswered(call, corpus).length > 0) return true;
  return !flowSights(corpus).some((sight) => !sight.isFragment && conformsTo(sight, call, corpus, extras));
}

/** Whether a flow explains a call, and the fragments of which the first step came explain what is theirs. */
export const conformsTo = (
  sight: FlowSight,
  call: readonly CheckedMessage[],
  corpus: Corpus,
  extras: Extras,
): boolean =>
  explainCall(call, sight, corpus, (n) => extras.get('')?.has(n) === true) !== undefined &&
  fragmentsBegun(sight.observer, call, corpus).every(
    (fragment) => explainFragment(call, fragment, corpus, extras.get(fragment.flow)) !== undefined,
  );

/** The fragments whose first step came in a call. */
export const fragmentsBegun = (
  observer: string,
  call: readonly CheckedMessage[],
  corpus: Corpus,
): readonly FlowSight[] =>
  flowSights(corpus).filter((sight) => {
    const [first] = sight.steps;
    const isBegun = first !== undefined && call.some((message) => canBe(message, first, corpus));
    return sight.isFragment && sight.observer === observer && isBegun;
  });

/**
 * How a fragment explains what is of it in a call: nothing that came before its first step, and nothing that is none of its
 * steps.
 * @param extras the numbers of messages that are not of it; undefined for as few as possible
 */
export function explainFragment(
  call: readonly CheckedMessage[],
  fragment: FlowSight,
  corpus: Corpus,
  extras: ReadonlySet<number> | undefined = new Set(),
): Explanation | undefined {
  const [first] = fragment.steps;
  const start = call.findIndex((message) => first !== undefined && canBe(message, first, corpus));
  const others = new Set(
    call.flatMap((message, i) =>
      i < start || !fragment.steps.some((step) => canBe(message, step, corpus)) ? [message.n] : [],
    ),
  );
  return explainCall(call, fragment, corpus, (n) => others.has(n) || extras.has(n));
}

/** The messages of a call whose answer did not come in its time, although the log goes on. */
export function unanswered(call: readonly CheckedMessage[], corpus: Corpus): readonly CheckedMessage[] {
  const end = call.at(-1)?.at ?? 0;
  const answered = new Map(
    call.flatMap(({ asked, at }) => (asked === undefined ? [] : [[asked, at] as const])),
  );
  return call.filter((message, i) => {
    const [rule] = rulesFor(message, corpus);
    if (rule?.isDue !== true || rule.within === undefined) return false;
    return (answered.get(i) ?? end) - message.at > rule.within;
  });
}
