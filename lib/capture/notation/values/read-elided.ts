import type { Value } from './value.ts';
import type { ValueCursor } from './value-cursor.ts';

const ELIDED =
  /\{\s?(?:…|\.\.\.)\s?\}|\[\s?…\s?\]|(?:Array|ArrayBuffer|Uint8Array|Object|Map|Set)\(\d+\)(?!\s*[[{])|ƒ [^,\n{}]{0,200}|\[(?:Object|Array|Getter|Circular|[A-Z]\w*)(?:[: *][^[\]{}'"\n]*)?\](?!\s*[{[])/y;
const MORE = /\.\.\. (\d+) more (?:items?|characters?|bytes?|properties|property)/y;

/** Reads what a console prints for a value that it does not expand: `[Object]`, `{…}`, `Array(3)`. */
export function readElided(cursor: ValueCursor, start: number): Value | undefined {
  const name = cursor.match(ELIDED)?.[0];
  if (name === undefined) return undefined;
  cursor.inspected = true;
  return { kind: 'elided', name, start, end: cursor.at };
}

/** Reads `... 3 more items`; the first group is the number. */
export function readMore(cursor: ValueCursor): RegExpExecArray | undefined {
  return cursor.text[cursor.at] === '.' ? cursor.match(MORE) : undefined;
}
