import { fromBase64 } from '../../../text/bytes-text.ts';
import type { CapturedContent } from '../../tree/captured-node.ts';
import type { Value } from '../values/value.ts';
import { type ArrayValue, entryOf, isGoNode, isNodeObject, type ObjectValue } from './is-node.ts';
import type { NodeNotation } from './node-reading.ts';

/** Text, bytes, or their mark where they were cut; undefined for nodes and everything else. */
export function plainContent(value: Value, { base64 }: NodeNotation): CapturedContent | undefined {
  if (value.kind === 'string') {
    const bytes = base64 === true ? fromBase64(wholeBase64(value)) : undefined;
    return bytes === undefined ? { kind: 'text', text: value.text } : { kind: 'bytes', bytes };
  }
  if (value.kind === 'call') return undefined;
  if (value.kind === 'word') return { kind: 'text', text: value.text };
  if (value.kind === 'elided') return { kind: 'cut', size: undefined };
  if (value.kind === 'bytes') {
    if (value.more > 0) return { kind: 'cut', size: value.bytes.length + value.more };
    return { kind: 'bytes', bytes: value.bytes };
  }
  if (value.kind === 'array') return numbers(value);
  return isNodeObject(value) || isGoNode(value) ? undefined : bytesOfObject(value);
}

/** Base64 without an incomplete group of letters at its end, which is not a byte. */
const wholeBase64 = ({ text, cut }: Extract<Value, { kind: 'string' }>): string =>
  cut ? text.slice(0, text.length - (text.length % 4)) : text;

/** An array of bytes, as a Uint8Array is printed. An empty array is one only if its size is given. */
function numbers(value: ArrayValue): CapturedContent | undefined {
  const last = value.items.at(-1);
  // The log may break off inside a byte, which is none then.
  const items = last?.kind === 'elided' && last.isCut === true ? value.items.slice(0, -1) : value.items;
  if (items.length === 0 && value.size === undefined) return undefined;
  const bytes = new Uint8Array(items.length);
  for (const [index, item] of items.entries()) {
    const byte = byteOf(item);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  if (value.more > 0) return { kind: 'cut', size: bytes.length + value.more };
  return { kind: 'bytes', bytes };
}

function byteOf(value: Value): number | undefined {
  if (value.kind !== 'word') return undefined;
  const { text } = value;
  if (text.startsWith('0x')) return /^0x[\da-fA-F]{1,2}$/.test(text) ? Number(text) : undefined;
  let byte = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (i > 2 || digit < 0 || digit > 9) return undefined;
    byte = 10 * byte + digit;
  }
  return byte < 256 && text !== '' ? byte : undefined;
}

/** A Buffer in either of its JSON forms, or a Uint8Array, which JSON writes as an object of indexes. */
function bytesOfObject(value: ObjectValue): CapturedContent | undefined {
  const type = entryOf(value, 'type');
  if (type?.kind === 'string') {
    if (type.text === 'Cut') {
      const size = entryOf(value, 'size');
      const count = size?.kind === 'word' && /^\d{1,15}$/.test(size.text) ? Number(size.text) : undefined;
      return { kind: 'cut', size: count };
    }
    if (type.text !== 'Buffer') return undefined;
    const data = entryOf(value, 'data');
    if (data?.kind === 'array') return numbers(data) ?? emptyOf(data);
    if (data?.kind === 'elided' || data === undefined) return { kind: 'cut', size: undefined };
    if (data.kind !== 'string') return undefined;
    const bytes = fromBase64(wholeBase64(data));
    return bytes === undefined ? undefined : { kind: 'bytes', bytes };
  }
  const bytes = new Uint8Array(value.entries.length);
  for (const [index, entry] of value.entries.entries()) {
    const byte = entry.key === String(index) ? byteOf(entry.value) : undefined;
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  if (value.cut && bytes.length === 0) return undefined;
  return { kind: 'bytes', bytes };
}

const emptyOf = (data: ArrayValue): CapturedContent | undefined =>
  data.items.length === 0 ? { kind: 'bytes', bytes: new Uint8Array(0) } : undefined;
