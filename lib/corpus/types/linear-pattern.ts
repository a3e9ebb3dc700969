import { type Characters, PatternProblem, type PatternTree, parsePattern } from './pattern-tree.ts';

/** A pattern, or what is wrong with it: at an offset, as a part of a sentence. */
export type LinearPattern = { readonly form: RegExp } | { readonly problem: string; readonly at: number };

/** How many characters of a pattern there may be, each repetition written out. */
const MAX_PLACES = 1000;

/**
 * Reads the pattern of a type, as an expression for a whole value that takes linear time. It is refused unless each
 * next character of a value decides where in the pattern it belongs (the pattern is one-unambiguous, as content models
 * of XML are), so that there is nothing to try twice.
 */
export function linearPattern(text: string): LinearPattern {
  try {
    check(parsePattern(text));
  } catch (error) {
    if (!(error instanceof PatternProblem)) throw error;
    return { problem: error.message, at: error.at };
  }
  return { form: new RegExp(`^(?:${text})$`) };
}

/** A place of a character in the pattern with every repetition written out, and the places that may follow it. */
interface Place {
  readonly of: Characters;
  readonly at: number;
  readonly next: Set<Place>;
}

/** A part of the pattern: the places that it begins and ends with, and whether it may be empty. */
interface Span {
  readonly first: readonly Place[];
  readonly last: readonly Place[];
  readonly empty: boolean;
}

const NOTHING: Span = { first: [], last: [], empty: true };

function check(tree: PatternTree): void {
  const places: Place[] = [];
  const { first } = spanOf(tree, places);
  assertDistinct(first);
  for (const { next } of places) assertDistinct([...next]);
}

function spanOf(tree: PatternTree, places: Place[]): Span {
  switch (tree.is) {
    case 'characters': {
      const place = { of: tree.of, at: tree.at, next: new Set<Place>() };
      if (places.push(place) > MAX_PLACES) throw new PatternProblem(tree.at, 'the pattern is too long');
      return { first: [place], last: [place], empty: false };
    }
    case 'sequence':
      return tree.parts.reduce<Span>((before, part) => joined(before, spanOf(part, places)), NOTHING);
    case 'choice': {
      const spans = tree.parts.map((part) => spanOf(part, places));
      const at = spans.findIndex(({ empty }) => empty);
      if (at !== -1) {
        const { at: place } = tree.parts[at] ?? tree;
        throw new PatternProblem(place, "an alternative may be empty; put '?' after the group instead");
      }
      return {
        first: spans.flatMap((one) => one.first),
        last: spans.flatMap((one) => one.last),
        empty: false,
      };
    }
    case 'repeat':
      return repeated(tree, places);
    default:
      return tree satisfies never;
  }
}

function joined(before: Span, after: Span): Span {
  for (const one of before.last) for (const next of after.first) one.next.add(next);
  return {
    first: before.empty ? [...before.first, ...after.first] : before.first,
    last: after.empty ? [...before.last, ...after.last] : after.last,
    empty: before.empty && after.empty,
  };
}

function repeated(tree: PatternTree & { readonly is: 'repeat' }, places: Place[]): Span {
  const { part, least, most, at } = tree;
  if (hasLoop(part))
    throw new PatternProblem(at, "a quantifier repeats a group that contains '*', '+' or {n,}");
  const once = spanOf(part, places);
  if (once.empty) throw new PatternProblem(at, 'a quantifier repeats something that may be empty');
  // Written out: x{1,3} is x(?:x(?:x)?)?, so that each copy follows the one before it and no other.
  const copies = Number.isFinite(most) ? most : Math.max(least, 1);
  const ends = least <= 1 ? [...once.last] : [];
  let last = once;
  for (let i = 2; i <= copies; i++) {
    const copy = spanOf(part, places);
    joined(last, copy);
    last = copy;
    if (i >= least) ends.push(...copy.last);
  }
  if (!Number.isFinite(most)) joined(last, last);
  return { first: once.first, last: ends, empty: least === 0 };
}

const hasLoop = (tree: PatternTree): boolean =>
  tree.is === 'repeat'
    ? !Number.isFinite(tree.most) || hasLoop(tree.part)
    : tree.is !== 'characters' && tree.parts.some(hasLoop);

/** Of places that may come next, no two match one character. */
function assertDistinct(places: readonly Place[]): void {
  const ranges = places.flatMap((place) => place.of.map(([first, last]) => ({ first, last, place })));
  ranges.sort((a, b) => a.first - b.first);
  let before: (typeof ranges)[number] | undefined;
  for (const range of ranges) {
    if (before !== undefined && range.first <= before.last) {
      const [one, other] = [before.place.at, range.place.at].sort((a, b) => a - b);
      throw new PatternProblem(
        other ?? 0,
        `it is ambiguous whether a character belongs here or to the part at character ${(one ?? 0) + 1}`,
      );
    }
    before = range;
  }
}
