import { type Numbering, numbering } from './numbering.ts';
import type { Pass } from './pass.ts';

interface BytePlaceholders {
  /** As many bytes, or the next multiple of 64: zeros, with a number at the end. */
  bytes(bytes: Uint8Array): Uint8Array;
  /** A number of one or two digits, which stays: no byte gets it as its placeholder. */
  small(text: string): string;
}

/** From this size on a filler cannot be a value by chance. */
const LONG = 16;

/** Placeholders for bytes. */
export function bytePlaceholders(): Pass<BytePlaceholders> {
  const long = new Map<number, Numbering>();
  const short = new Map<number, Numbering>();
  return {
    collect: {
      bytes(bytes) {
        if (bytes.length >= LONG && isFiller(bytes)) {
          fillers(long, bytes.length).reserve(fillerNumber(bytes) + 1);
        }
        return bytes;
      },
      small(text) {
        // Read as hex it is one byte.
        if (text.length === 2) fillers(short, 1).reserve(Number.parseInt(text, 16) + 1);
        return text;
      },
    },
    assign: {
      bytes(bytes) {
        const size = sizeClass(bytes.length);
        if (bytes.length >= LONG && isFiller(bytes) && size === bytes.length) return bytes;
        // Short placeholders and short values look alike, so short ones are always numbered anew.
        const numbers = fillers(bytes.length >= LONG ? long : short, size);
        return filler(size, numbers.of(bytes.join()) - 1);
      },
      small: (text) => text,
    },
  };
}

/** A size that tells the kind of a value and not the value: up to 64 itself, above it the next multiple of 64. */
export function sizeClass(size: number): number {
  return size <= 64 ? size : Math.ceil(size / 64) * 64;
}

/** The numbers of the fillers of one size: two bytes hold them, or one where there is no second. */
function fillers(bySize: Map<number, Numbering>, size: number): Numbering {
  let found = bySize.get(size);
  if (found === undefined) {
    found = numbering(`values of ${size} bytes`, size === 1 ? 0x100 : 0x1_0000);
    bySize.set(size, found);
  }
  return found;
}

const isFiller = (bytes: Uint8Array): boolean => bytes.subarray(0, -2).every((byte) => byte === 0);

const fillerNumber = (bytes: Uint8Array): number => ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);

function filler(size: number, n: number): Uint8Array {
  const bytes = new Uint8Array(size);
  if (size > 0) bytes[size - 1] = n & 255;
  if (size > 1) bytes[size - 2] = (n >> 8) & 255;
  return bytes;
}
