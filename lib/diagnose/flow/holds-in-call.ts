import { contentOf } from '../../capture/match/content-of.ts';
import type { CapturedNode } from '../../capture/tree/captured-node.ts';
import { evaluatePredicate, type Truth } from '../../corpus/match/evaluate-predicate.ts';
import { legOf } from '../../corpus/match/leg.ts';
import type { Predicate } from '../../corpus/match/parse-predicate.ts';
import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { CallEvent } from '../model/call.ts';

/** Whether a predicate holds for a stanza by itself. */
export function holdsFor(predicate: Predicate, root: CapturedNode, direction: OneWay): Truth {
  const way = [{ node: root, tag: root.tag, use: undefined }];
  return evaluatePredicate(predicate, { way, contentOf, leg: legOf(direction), before: undefined });
}

/**
 * Whether a predicate holds for a call: each of its conditions for one of the stanzas that it names, and those that came
 * earlier for any. It is not known where the call has no stanza of that name: the log may have missed it.
 */
export function holdsInCall({ earlier, conditions }: Predicate, events: readonly CallEvent[]): Truth {
  const of = (stanza: string | undefined): readonly CallEvent[] =>
    events.filter(({ review }) => stanza !== undefined && review.stanza === stanza);
  const truths: Truth[] = [
    ...earlier.map(({ stanza, came }) => of(stanza).length > 0 === came),
    ...conditions.map((condition): Truth => {
      const found = of(condition.stanza).map(({ root, direction }) =>
        holdsFor({ direction: undefined, earlier: [], conditions: [condition] }, root, direction),
      );
      if (found.includes(true)) return true;
      return found.length === 0 || found.includes(undefined) ? undefined : false;
    }),
  ];
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}
