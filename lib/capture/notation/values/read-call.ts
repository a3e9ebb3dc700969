import type { Value } from './value.ts';
import { MAX_VALUE_DEPTH, type NestedReader } from './value-cursor.ts';

// What Rust writes before parentheses: the variant of an enum.
const VARIANT = /(?:[A-Za-z_]\w{0,60}::){0,4}[A-Za-z_]\w{0,60}(?=\()|(?=\((?!\*))/y;

/** Reads `Some(…)` and the like, or a tuple. Go writes conversions in the same way. */
export function readCall(reader: NestedReader, start: number, depth: number): Value | undefined {
  VARIANT.lastIndex = reader.at;
  const name = VARIANT.exec(reader.text)?.[0];
  if (name === undefined || reader.at + name.length >= reader.limit) return undefined;
  if (depth >= MAX_VALUE_DEPTH) return reader.tooDeep(start);
  reader.at += name.length + 1;
  const items: Value[] = [];
  reader.dialect ??= 'rust';
  while (true) {
    reader.blanks(false);
    if (reader.stopped !== undefined) break;
    if (reader.peek() === ')') {
      reader.at++;
      break;
    }
    const item = reader.value(depth + 1);
    if (reader.stopped === undefined || item.end > item.start) items.push(item);
    if (!reader.separator(')', false)) break;
  }
  return { kind: 'call', name, items, cut: reader.stopped !== undefined, start, end: reader.at };
}
