import { fromHex } from '../../../text/bytes-text.ts';
import type { Value } from './value.ts';
import type { ValueCursor } from './value-cursor.ts';

const BUFFER = /<(?:Buffer|SlowBuffer)((?: [0-9a-f]{2})*)((?: \.\.\. (\d+) more bytes?)?>)?/y;
// What a text may end in of that: its name, half of a byte, or how many more there are.
const PART_OF_NAME = /<\w{0,10}\s*$/y;
const PART_OF_BYTES = / (?:[0-9a-f]?|\.{1,3}(?: [\w ]{0,30})?)\s*$/y;

/** Reads `<Buffer 00 ff>`, as Node prints bytes. */
export function readBuffer(cursor: ValueCursor, start: number): Value {
  const match = cursor.match(BUFFER);
  if (match === undefined) {
    const isCut = cursor.match(PART_OF_NAME) !== undefined ? ({ isCut: true } as const) : {};
    cursor.stop(cursor.at, cursor.ended() ?? 'no value begins here');
    return { kind: 'elided', ...isCut, start, end: cursor.at };
  }
  cursor.inspected = true;
  const bytes = fromHex((match[1] ?? '').replaceAll(' ', ''));
  const more = Number(match[3] ?? 0);
  if (match[2] === undefined) {
    cursor.match(PART_OF_BYTES);
    cursor.stop(cursor.at, cursor.ended() ?? 'the bytes are cut off');
  }
  return { kind: 'bytes', bytes, cut: more > 0 || match[2] === undefined, more, start, end: cursor.at };
}
