import type { OneWay } from './stanza-direction.ts';

/** A condition on a captured stanza: something is present, is absent, or has a value. */
export interface Condition {
  /** The stanza that it is about, if the predicate names one. */
  readonly stanza: string | undefined;
  /** The tags below the outermost node; empty for that node itself. `*` stands for any tag. */
  readonly tags: readonly string[];
  /** An attribute, the content, or the node itself. */
  readonly part: { readonly attribute: string } | 'content' | 'node';
  /** The anchor of the fact, as written. */
  readonly anchor: string;
  readonly test: 'present' | 'absent' | { readonly value: string };
}

export type ParsedPredicate =
  | {
      /** The direction of the stanza, if the predicate names one. */
      readonly direction: OneWay | undefined;
      readonly conditions: readonly Condition[];
    }
  | { readonly error: { readonly offset: number; readonly reason: string } };

const PATH = /[^\s'"]+/y;
const TEST = /\s+(?:is (present|absent)\b|=\s*(?:'([^']*)'|"([^"]*)"))/y;
const AND = /\s+and\s+/y;
const DIRECTION = /(incoming|outgoing)\s+and\s+/y;

/**
 * Parses a predicate: conditions joined by ` and `, each an anchor of a fact with `is present`, `is absent` or `=
 * 'value'`. The id of a stanza and a colon may precede the anchor. `incoming and` or `outgoing and` before the first
 * condition restricts the predicate to one direction.
 * @example parsePredicate("reject@reason = 'busy' and @t is present")
 * @example parsePredicate('incoming and @t is present')
 * @returns all of its conditions, or the first error with its offset. Never throws.
 */
export function parsePredicate(text: string): ParsedPredicate {
  const conditions: Condition[] = [];
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

  const direction = read(DIRECTION)?.[1] as OneWay | undefined;
  for (;;) {
    const start = at;
    const path = read(PATH)?.[0];
    if (path === undefined) return fail(start, 'the anchor of a fact is missing, such as terminate@reason');
    const place = placeOf(path);
    if (place === undefined) return fail(start, 'this is not the anchor of a fact, such as terminate@reason');
    const test = read(TEST);
    if (test === null)
      return fail(at, "after the anchor, 'is present', 'is absent' or = 'a value' is expected");
    const value = test[2] ?? test[3];
    conditions.push({ ...place, test: value === undefined ? (test[1] as 'present' | 'absent') : { value } });
    if (at >= end) return { direction, conditions };
    if (read(AND) === null) return fail(at, "between two conditions, ' and ' is expected");
  }
}

const STEP = /^(?:\*|[A-Za-z0-9_][A-Za-z0-9_.-]*)$/;
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.:-]*$/;

function placeOf(path: string): Omit<Condition, 'test'> | undefined {
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
