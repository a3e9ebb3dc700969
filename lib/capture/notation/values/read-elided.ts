import { isAtEnd } from '../open-end.ts';
import type { Value } from './value.ts';
import type { ValueCursor } from './value-cursor.ts';

const ELIDED =
  /\{\s?(?:…|\.\.\.)\s?\}|\[\s?…\s?\]|(?:Array|ArrayBuffer|Uint8Array|Object|Map|Set)\(\d+\)(?!\s*[[{])|ƒ [^,\n{}]{0,200}|\[(?:Object|Array|Getter|Circular|[A-Z]\w*)(?:[: *][^[\]{}'"\n]*)?\](?!\s*[{[])/y;
const MORE = /\.\.\. (\d+) more (?:items?|characters?|bytes?|properties|property)/y;

/** What a text may end in of that. */
const PART_OF_MORE = /\.{1,3}(?: (?:\d{1,15}(?: [a-z]{0,10}(?: [a-z]{0,10})?)?)?)?\s*$/y;

/** Reads what a console prints for a value that it does not expand: `[Object]`, `{…}`, `Array(3)`. */
export function readElided(cursor: ValueCursor, start: number): Value | undefined {
  const name = cursor.match(ELIDED)?.[0];
  if (name === undefined) return undefined;
  cursor.inspected = true;
  if (name.endsWith(')') && isAtEnd(cursor.text, cursor.at)) {
    // What it counts may follow.
    cursor.stop(cursor.at, 'the text is cut off');
    return { kind: 'elided', isCut: true, start, end: cursor.at };
  }
  return { kind: 'elided', name, start, end: cursor.at };
}

/** Reads `... 3 more items`; the first group is the number. Stops if the text ends inside that. */
export function readMore(cursor: ValueCursor): RegExpExecArray | undefined {
  if (cursor.text[cursor.at] !== '.') return undefined;
  const more = cursor.match(MORE);
  if (more === undefined && cursor.match(PART_OF_MORE) !== undefined)
    cursor.stop(cursor.at, 'the text is cut off');
  return more;
}
