import type { OneWay } from './stanza-direction.ts';

/** A condition on a stanza: something is present, is absent, or has a value. */
export interface Condition {
  /** The stanza that it is about, if the predicate names one. */
  readonly stanza: string | undefined;
  /** The tags below the node where anchors start; empty for that node itself. `*` stands for any tag. */
  readonly tags: readonly string[];
  /** An attribute, the content, or the node itself. */
  readonly part: { readonly attribute: string } | 'content' | 'node';
  /** The anchor of the fact, as written. */
  readonly anchor: string;
  readonly test: 'present' | 'absent' | { readonly value: string };
  /** Where the anchor begins in the text, with the stanza before it. */
  readonly offset: number;
}

/** A condition on what came earlier in the call. */
export interface Earlier {
  /** The id of a stanza. */
  readonly stanza: string;
  /** Whether it came, or did not come. */
  readonly came: boolean;
  /** The stanza that it came earlier than, if the predicate names it. */
  readonly than?: { readonly stanza: string; readonly offset: number };
  /** Where the id begins in the text. */
  readonly offset: number;
}

/** What has to hold, all of it. */
export interface Predicate {
  /** The direction of the stanza, if the predicate names one. */
  readonly direction: OneWay | undefined;
  readonly earlier: readonly Earlier[];
  readonly conditions: readonly Condition[];
}

export type ParsedPredicate =
  | Predicate
  | { readonly error: { readonly offset: number; readonly reason: string } };

const PATH = /[^\s'"]+/y;
const TEST = /\s+(?:is (present|absent)\b|=\s*(?:'([^']*)'|"([^"]*)"))/y;
const AND = /\s+and\s+/y;
/** What people write to join conditions in other languages. */
const OTHER_JOIN = /\s*(or|and|&{1,2}|\|{1,2}|[,;])(?=\s|$)/iy;
const DIRECTION = /(incoming|outgoing)(?=\s|$)(?!\s+is\s|\s*=)/y;
const EARLIER = /(not\s+)?after(?=\s|$)(?!\s+is\s|\s*=)\s*/y;
/** The stanza that something came earlier than. */
const THAN = /(?!(?:not|after)\s)([A-Za-z0-9][A-Za-z0-9._-]*)\s+(?=(?:not\s+)?after(?:\s|$))/y;
const ID = /[A-Za-z0-9][A-Za-z0-9._-]*(?=\s|$)/y;

/**
 * Parses a predicate: conditions joined by ` and `. A condition is an anchor of a fact with `is present`, `is absent` or
 * `= 'value'`; `incoming` or `outgoing`; or `after` or `not after` with the id of a stanza that came earlier in the call,
 * or did not. The id of a stanza and a colon may precede an anchor, and the id of a stanza may precede `after`.
 * @example parsePredicate("reject@reason = 'busy' and @t is present")
 * @example parsePredicate('incoming and not after call-accept')
 * @example parsePredicate('call-accept not after call-preaccept')
 * @returns all of its conditions, or the first error with its offset. Never throws.
 */
export function parsePredicate(text: string): ParsedPredicate {
  const conditions: Condition[] = [];
  const earlier: Earlier[] = [];
  let direction: OneWay | undefined;
  let at = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  const fail = (from: number, reason: string): ParsedPredicate => {
    const blanks = /\s*/y;
    blanks.lastIndex = from;
    return { error: { offset: from + (blanks.exec(text)?.[0].length ?? 0), reason } };
  };

  for (;;) {
    const start = at;
    const way = read(DIRECTION)?.[1] as OneWay | undefined;
    const than = way === undefined ? read(THAN)?.[1] : undefined;
    const after = way === undefined ? read(EARLIER) : null;
    if (way !== undefined) {
      if (direction !== undefined) return fail(start, 'the direction is already named');
      direction = way;
    } else if (after !== null) {
      const offset = at;
      const stanza = read(ID)?.[0];
      if (stanza === undefined)
        return fail(at, "after 'after', the id of a stanza is expected, such as call-offer");
      const came = after[1] === undefined;
      if (earlier.some((one) => one.stanza === stanza && one.came !== came)) {
        return fail(start, `it is already said that ${stanza} ${came ? 'did not come' : 'came'} earlier`);
      }
      earlier.push({
        stanza,
        came,
        offset,
        ...(than === undefined ? {} : { than: { stanza: than, offset: start } }),
      });
    } else {
      const path = read(PATH)?.[0];
      if (path === undefined) return fail(start, 'the anchor of a fact is missing, such as terminate@reason');
      const place = placeOf(path);
      if (place === undefined) {
        return fail(start, 'this is not the anchor of a fact, such as terminate@reason');
      }
      const test = read(TEST);
      if (test === null)
        return fail(at, "after the anchor, 'is present', 'is absent' or = 'a value' is expected");
      const value = test[2] ?? test[3];
      conditions.push({
        ...place,
        test: value === undefined ? (test[1] as 'present' | 'absent') : { value },
        offset: start,
      });
    }
    if (at >= end) return { direction, earlier, conditions };
    const join = at;
    if (read(AND) === null) {
      const other = read(OTHER_JOIN)?.[1];
      return fail(
        join,
        other === undefined
          ? "between two conditions, ' and ' is expected"
          : `conditions are joined by ' and ', not by '${other}'`,
      );
    }
  }
}

const STEP = /^(?:\*|[A-Za-z0-9_][A-Za-z0-9_.-]*)$/;
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.:-]*$/;

function placeOf(path: string): Omit<Condition, 'test' | 'offset'> | undefined {
  const [before = '', attribute, ...more] = path.split('@');
  const colon = before.indexOf(':');
  const stanza = colon === -1 ? undefined : before.slice(0, colon);
  const steps = before.slice(colon + 1).split('/');
  const anchor = path.slice(colon + 1);
  if (more.length > 0 || stanza === '' || (stanza !== undefined && !NAME.test(stanza))) return undefined;
  const tags = steps.length === 1 && steps[0] === '' ? [] : steps;
  const content = attribute === undefined && tags.at(-1) === 'text()';
  const inner = content ? tags.slice(0, -1) : tags;
  if (!inner.every((step) => STEP.test(step))) return undefined;
  if (content) return { stanza, tags: inner, part: 'content', anchor };
  if (attribute !== undefined) {
    return NAME.test(attribute) ? { stanza, tags: inner, part: { attribute }, anchor } : undefined;
  }
  return inner.length === 0 ? undefined : { stanza, tags: inner, part: 'node', anchor };
}
