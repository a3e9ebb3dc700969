import { numbering } from './numbering.ts';
import type { Pass } from './pass.ts';

/** The three ranges for documentation, 256 addresses each. */
const DOCUMENTATION: readonly (readonly number[])[] = [
  [203, 0, 113],
  [192, 0, 2],
  [198, 51, 100],
];
/** 240.0.0.0/16 of the reserved range. */
const RESERVED = 0xf000_0000;
const LAST_RESERVED = 0xffff;

/**
 * Placeholders for addresses of 4 or 16 bytes: in 203.0.113.0/24 or 2001:db8::/32. When that range is full, in the
 * other two ranges for documentation, and then in 240.0.0.0/16, which nobody has.
 */
export function addressPlaceholders(): Pass<(bytes: Uint8Array) => Uint8Array> {
  const v4 = numbering('IPv4 addresses', LAST_RESERVED);
  const v6 = numbering('IPv6 addresses', 0xffff_ffff);
  return {
    collect(bytes) {
      const n = addressNumber(bytes);
      if (n !== undefined) (bytes.length === 4 ? v4 : v6).reserve(n);
      return bytes;
    },
    assign(bytes) {
      if (isUnspecified(bytes) || addressNumber(bytes) !== undefined) return bytes;
      const n = (bytes.length === 4 ? v4 : v6).of(bytes.join());
      if (bytes.length === 16) {
        return Uint8Array.from([0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, ...fourBytes(n)]);
      }
      const range = DOCUMENTATION[n >> 8];
      return Uint8Array.from(range === undefined ? fourBytes(RESERVED + n) : [...range, n & 255]);
    },
  };
}

/** 0.0.0.0 and :: are nobody's address. */
const isUnspecified = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** The number of an address that is a placeholder; undefined for another one. */
function addressNumber(bytes: Uint8Array): number | undefined {
  const [a, b, c, d = 0] = bytes;
  if (bytes.length === 4) {
    const range = DOCUMENTATION.findIndex((one) => one[0] === a && one[1] === b && one[2] === c);
    if (range !== -1) return range * 256 + d;
    const n = numberOfFour(bytes) - RESERVED;
    return n >= 768 && n <= LAST_RESERVED ? n : undefined;
  }
  const documentation = a === 0x20 && b === 0x01 && c === 0x0d && d === 0xb8;
  if (!documentation || bytes.subarray(4, 12).some((byte) => byte !== 0)) return undefined;
  return numberOfFour(bytes.subarray(12));
}

const fourBytes = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

const numberOfFour = ([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number =>
  ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
