import { readCall } from './read-call.ts';
import type { Value } from './value.ts';
import { MAX_VALUE_DEPTH, type NestedReader } from './value-cursor.ts';

// What Go writes before a literal: `&waBinary.Node`, `[]types.JID`, `map[string]interface {}`, `(*T)`.
const GO_TYPE =
  /\(\*[\w.]{1,100}\)(?=\()|&?(?:\[\d{0,9}\]|\*){0,4}(?:map\[[\w.*]{1,60}\])?(?:\[\]|\*){0,4}(?:[A-Za-z_]\w{0,60}\.)?(?:interface ?\{\}|[A-Za-z_]\w{0,60})(?=[{(])/y;

/** Reads a literal of Go: a type, and then its value in braces, or what is converted to it. */
export function readGoLiteral(reader: NestedReader, start: number, depth: number): Value | undefined {
  GO_TYPE.lastIndex = reader.at;
  const type = GO_TYPE.exec(reader.text)?.[0];
  if (type === undefined || reader.at + type.length >= reader.limit) return undefined;
  const list = /^&?\[\d*\]/.test(type);
  reader.dialect = 'go';
  reader.inspected = true;
  reader.at += type.length;
  if (reader.peek() === '(') {
    const call = readCall(reader, start, depth);
    reader.dialect = 'go';
    const [only, more] = call?.kind === 'call' ? call.items : [];
    const isNothingRead = only === undefined || (only.kind === 'elided' && only.isCut === true);
    if (call?.kind === 'call' && call.cut && isNothingRead) {
      return { kind: 'elided', isCut: true, start, end: reader.at };
    }
    // Only conversions have a known result; that of any other call is unknown.
    const converts = /^(?:string|\[\](?:byte|uint8))$/.test(type) && only?.kind === 'string';
    const nil = only?.kind === 'word' && only.text === 'nil';
    if (only !== undefined && more === undefined && (nil || converts)) return only;
    return { kind: 'elided', name: 'call', start, end: reader.at };
  }
  if (depth >= MAX_VALUE_DEPTH) return reader.tooDeep(start);
  return list
    ? reader.array(start, depth, /(?:byte|uint8)$/.test(type) ? -1 : undefined, '}')
    : reader.object(start, depth);
}
