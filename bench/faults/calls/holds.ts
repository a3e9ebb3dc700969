import { contentOf } from '../../../lib/capture/match/content-of.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { evaluatePredicate, type Truth } from '../../../lib/corpus/match/evaluate-predicate.ts';
import { legOf } from '../../../lib/corpus/match/leg.ts';
import { type Predicate, parsePredicate } from '../../../lib/corpus/match/parse-predicate.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';

/** A stanza with the id that the spec has for it. */
interface Named {
  readonly root: CapturedNode;
  readonly direction: OneWay;
  readonly stanza: string | undefined;
}

/** Whether a predicate holds for one stanza by itself; true without a predicate. */
export function holds(predicate: string | undefined, { root, direction }: Omit<Named, 'stanza'>): Truth {
  const parsed = readPredicate(predicate);
  return parsed === undefined ? true : holdsOn(parsed, root, direction);
}

/**
 * Whether a predicate of a step holds for a call: each of its conditions for a stanza that it names. It is not known
 * where the call has no such stanza.
 */
export function holdsInCall(predicate: string | undefined, call: readonly Named[]): Truth {
  const parsed = readPredicate(predicate);
  if (parsed === undefined) return undefined;
  const truths = [
    ...parsed.earlier.map(({ stanza, came }): Truth => call.some((one) => one.stanza === stanza) === came),
    ...parsed.conditions.map((condition): Truth => {
      const alone = { direction: undefined, earlier: [], conditions: [condition] };
      const each = call
        .filter(({ stanza }) => stanza === condition.stanza)
        .map(({ root, direction }) => holdsOn(alone, root, direction));
      if (each.includes(true)) return true;
      return each.length > 0 && each.every((truth) => truth === false) ? false : undefined;
    }),
  ];
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

const holdsOn = (predicate: Predicate, root: CapturedNode, direction: OneWay): Truth =>
  evaluatePredicate(predicate, {
    way: [{ node: root, tag: root.tag, use: undefined }],
    contentOf,
    leg: legOf(direction),
    before: undefined,
  });

/** The predicates that were read, by their texts. */
const read = new Map<string, Predicate | undefined>();

// A rule of the spec reports a predicate that cannot be read.
function readPredicate(text: string | undefined): Predicate | undefined {
  if (text === undefined) return undefined;
  if (!read.has(text)) {
    const parsed = parsePredicate(text);
    read.set(text, 'error' in parsed ? undefined : parsed);
  }
  return read.get(text);
}
