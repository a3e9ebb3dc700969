import { OutOfPlaceholders } from './out-of-placeholders.ts';

/** What a placeholder of the form `CALLID-0001-synthetic` stands for, the telling ones first. */
const WORD_KINDS = ['CALLID', 'TOKEN', 'UUID', 'ID', 'NAME', 'VERSION', 'VALUE', 'TEXT'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

const WORD = new RegExp(`^(${WORD_KINDS.join('|')})-(\\d{4,6})-synthetic$`);

/** Whether a text is a placeholder such as CALLID-0001-synthetic. */
export const isWord = (text: string): boolean => WORD.test(text);

/**
 * What stands for a value. Equal values get equal placeholders and different ones different placeholders, in
 * the order in which they appear; a placeholder stands for itself. Nothing is computed from a value but its
 * equality with others, and nothing of it is kept.
 */
export interface Placeholders {
  /** The person, group or list that a JID names: A, B … Z, USER-0027-synthetic … */
  user(text: string): string;
  /** A server of a JID that is none of WhatsApp's. */
  server(text: string): string;
  /** A tag or the name of an attribute. */
  name(text: string): string;
  word(kind: WordKind, text: string): string;
  /** A number that may identify somebody: 99001 … 99999, 991000 … */
  number(text: string): string;
  /** A number of one or two digits, which stays. No byte gets it as its placeholder. */
  small(text: string): string;
  /** A time in Unix seconds, milliseconds or microseconds; undefined for a number that is no such time. */
  time(text: string): string | undefined;
  /**
   * 4 or 16 bytes: in 203.0.113.0/24 or 2001:db8::/32. Where that is full, in the other two ranges for
   * documentation, and then in 240.0.0.0/16, which nobody has.
   */
  address(bytes: Uint8Array): Uint8Array;
  /** As many bytes, or the next multiple of 64: zeros, with a number at the end. */
  bytes(bytes: Uint8Array): Uint8Array;
}

/**
 * Placeholders for the values of one input. Everything is first shown to `collect`, so that placeholders that
 * are already there stay free for those that have them; then `assign` gives the placeholders. Never do two values
 * get one: `assign` throws {@link OutOfPlaceholders} for a value for which none is left.
 */
export function createPlaceholders(): { readonly collect: Placeholders; readonly assign: Placeholders } {
  const users = numbering('accounts', LAST_PADDED);
  const servers = numbering('servers of JIDs', LAST_PADDED);
  const names = numbering('tags and names of attributes that the spec does not know', LAST_PADDED);
  const numbers = numbering('numbers', LAST_NUMBER);
  const wide = new Set<number>();
  const words = new Map<WordKind, Numbering>(
    WORD_KINDS.map((kind) => [kind, numbering('texts of one kind', LAST_PADDED)]),
  );
  const kinds = new Map<string, WordKind>();
  const v4 = numbering('IPv4 addresses', LAST_UNUSED);
  const v6 = numbering('IPv6 addresses', 0xffff_ffff);
  const long = new Map<number, Numbering>();
  const short = new Map<number, Numbering>();
  const times = new Set<bigint>();

  const wordsOf = (kind: WordKind): Numbering => words.get(kind) as Numbering;

  const collect: Placeholders = {
    user: (text) => reserve(users, text, userNumber(text)),
    server: (text) => reserve(servers, text, numberIn(SERVER, text)),
    name: (text) => reserve(names, text, numberIn(NAME, text)),
    word(kind, text) {
      const match = WORD.exec(text);
      if (match !== null) return reserve(wordsOf(match[1] as WordKind), text, Number(match[2]));
      const other = kinds.get(text);
      // One value has one placeholder, and the place that says most about it names it.
      if (other === undefined || WORD_KINDS.indexOf(kind) < WORD_KINDS.indexOf(other)) kinds.set(text, kind);
      return text;
    },
    number(text) {
      const n = numberIn(WIDE_NUMBER, text);
      if (n !== undefined) wide.add(n);
      return reserve(numbers, text, numberIn(NUMBER, text));
    },
    time(text) {
      const time = readTime(text);
      if (time !== undefined) times.add(time.micros);
      return time === undefined ? undefined : text;
    },
    address(bytes) {
      reserve(bytes.length === 4 ? v4 : v6, '', addressNumber(bytes));
      return bytes;
    },
    bytes(bytes) {
      if (bytes.length >= LONG && isFiller(bytes))
        fillers(long, bytes.length).reserve(fillerNumber(bytes) + 1);
      return bytes;
    },
    small(text) {
      // Read as hex it is one byte.
      if (text.length === 2) fillers(short, 1).reserve(Number.parseInt(text, 16) + 1);
      return text;
    },
  };

  /** The first wide number that is no placeholder. */
  let wideFrom: number | undefined;
  let shifted: ReadonlyMap<bigint, bigint> | undefined;
  const assign: Placeholders = {
    user: (text) => (userNumber(text) === undefined ? userOf(users.of(text)) : text),
    server: (text) => (SERVER.test(text) ? text : `server-${padded(servers.of(text))}.invalid`),
    name: (text) => (NAME.test(text) ? text : `unknown-${padded(names.of(text))}`),
    word(kind, text) {
      if (WORD.test(text)) return text;
      const named = kinds.get(text) ?? kind;
      return `${named}-${padded(wordsOf(named).of(text))}-synthetic`;
    },
    number(text) {
      wideFrom ??= keepWide(numbers, wide);
      const n = numberIn(WIDE_NUMBER, text);
      if (NUMBER.test(text) || (n !== undefined && n < wideFrom)) return text;
      return `99${String(numbers.of(text)).padStart(3, '0')}`;
    },
    time(text) {
      const time = readTime(text);
      if (time === undefined) return undefined;
      shifted ??= shiftTimes(times);
      return String((shifted.get(time.micros) ?? EPOCH) / time.unit);
    },
    address(bytes) {
      if (isNowhere(bytes) || addressNumber(bytes) !== undefined) return bytes;
      const n = (bytes.length === 4 ? v4 : v6).of(keyOf(bytes));
      if (bytes.length === 16) return Uint8Array.from([0x20, 0x01, 0x0d, 0xb8, ...zeros(8), ...fourBytes(n)]);
      const range = DOCUMENTATION[n >> 8];
      return range === undefined
        ? Uint8Array.from(fourBytes(UNUSED + n))
        : Uint8Array.from([...range, n & 255]);
    },
    bytes(bytes) {
      const size = sizeClass(bytes.length);
      if (bytes.length >= LONG && isFiller(bytes) && size === bytes.length) return bytes;
      // Too few bytes to tell a placeholder from a value: those are numbered as they come.
      const numbersOfSize = fillers(bytes.length >= LONG ? long : short, size);
      return filler(size, numbersOfSize.of(keyOf(bytes)) - 1);
    },
    small: (text) => text,
  };
  return { collect, assign };
}

/** A size that tells the kind of a value and not the value: up to 64 itself, above the next multiple of 64. */
export function sizeClass(size: number): number {
  return size <= 64 ? size : Math.ceil(size / 64) * 64;
}

interface Numbering {
  /** Keeps a number from being given to a value. */
  reserve(n: number): void;
  has(n: number): boolean;
  /** The number of a value, from 1: the next free one when it is new. */
  of(key: string): number;
}

/**
 * Numbers for values.
 * @param what what is numbered, for the message when there is no number left
 * @param last the last number that there is
 */
function numbering(what: string, last: number): Numbering {
  const taken = new Set<number>();
  const given = new Map<string, number>();
  let next = 1;
  return {
    reserve: (n) => void taken.add(n),
    has: (n) => taken.has(n),
    of(key) {
      let n = given.get(key);
      if (n === undefined) {
        while (taken.has(next)) next += 1;
        if (next > last) throw new OutOfPlaceholders(what, last);
        n = next;
        next += 1;
        given.set(key, n);
      }
      return n;
    },
  };
}

/** The numbers of the fillers of one size: two bytes hold them, and one where there is no second. */
function fillers(bySize: Map<number, Numbering>, size: number): Numbering {
  let found = bySize.get(size);
  if (found === undefined) {
    found = numbering(`values of ${size} bytes`, size === 1 ? 0x100 : 0x1_0000);
    bySize.set(size, found);
  }
  return found;
}

function reserve(numbers: Numbering, text: string, n: number | undefined): string {
  if (n !== undefined) numbers.reserve(n);
  return text;
}

const USER = /^USER-(\d{4,6})-synthetic$/;
const SERVER = /^server-(\d{4,6})\.invalid$/;
/** Whether the server of a JID is a placeholder. */
export const isReplacedServer = (text: string): boolean => SERVER.test(text);

const NAME = /^unknown-(\d{4,6})$/;
/** Whether a tag or the name of an attribute is a placeholder. */
export const isReplacedName = (text: string): boolean => NAME.test(text);

const NUMBER = /^99(\d{3})$/;
/** Behind 99999. Other numbers look so, too: it is a placeholder only where all smaller ones are there. */
const WIDE_NUMBER = /^99([1-9]\d{3,5})$/;

function keepWide(numbers: Numbering, wide: ReadonlySet<number>): number {
  let n = 1;
  while (numbers.has(n) || wide.has(n)) {
    if (wide.has(n)) numbers.reserve(n);
    n += 1;
  }
  return n;
}

function numberIn(form: RegExp, text: string): number | undefined {
  const match = form.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** The last numbers that the forms above take. */
const LAST_PADDED = 999_999;
const LAST_NUMBER = 999_999;

const padded = (n: number): string => String(n).padStart(4, '0');

// Two letters and more may be somebody's name.
function userNumber(text: string): number | undefined {
  if (/^[A-Z]$/.test(text)) return text.charCodeAt(0) - 64;
  const n = numberIn(USER, text);
  return n !== undefined && n > 26 ? n : undefined;
}

const userOf = (n: number): string => (n <= 26 ? String.fromCharCode(64 + n) : `USER-${padded(n)}-synthetic`);

const keyOf = (bytes: Uint8Array): string => bytes.join();
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

// --- bytes

/** From this size on a filler cannot be a value by chance. */
const LONG = 16;

function isFiller(bytes: Uint8Array): boolean {
  return bytes.subarray(0, -2).every((byte) => byte === 0);
}

const fillerNumber = (bytes: Uint8Array): number => ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);

function filler(size: number, n: number): Uint8Array {
  const bytes = new Uint8Array(size);
  if (size > 0) bytes[size - 1] = n & 255;
  if (size > 1) bytes[size - 2] = (n >> 8) & 255;
  return bytes;
}

// --- addresses

/** 0.0.0.0 and :: stand for no address. */
const isNowhere = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

function addressNumber(bytes: Uint8Array): number | undefined {
  const [a, b, c, d = 0] = bytes;
  if (bytes.length === 4) {
    const range = DOCUMENTATION.findIndex((one) => one[0] === a && one[1] === b && one[2] === c);
    if (range !== -1) return range * 256 + d;
    const n = numberOfFour(bytes) - UNUSED;
    return n >= 768 && n <= LAST_UNUSED ? n : undefined;
  }
  const documentation = a === 0x20 && b === 0x01 && c === 0x0d && d === 0xb8;
  if (!documentation || bytes.subarray(4, 12).some((byte) => byte !== 0)) return undefined;
  return numberOfFour(bytes.subarray(12));
}

/** The three ranges for documentation, 256 addresses each. */
const DOCUMENTATION: readonly (readonly number[])[] = [
  [203, 0, 113],
  [192, 0, 2],
  [198, 51, 100],
];
/** 240.0.0.0/16 of what is reserved. */
const UNUSED = 0xf000_0000;
const LAST_UNUSED = 0xffff;

const fourBytes = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

const numberOfFour = ([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number =>
  ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;

// --- times

const SECOND = 1_000_000n;
/** Where synthetic time begins: second 1700000000. */
const EPOCH = 1_700_000_000n * SECOND;
const DAY = 86_400n * SECOND;
/** Longer gaps are shortened to this, so that a number that is no time tells nothing by its distance. */
const LONGEST_GAP = 31n * DAY;
// From 2009, when the protocol began, to the end of the century.
const EARLIEST = 1_230_768_000n * SECOND;
const LATEST = 4_102_444_800n * SECOND;

const UNITS: Readonly<Record<number, bigint>> = { 10: SECOND, 13: 1000n, 16: 1n };

function readTime(text: string): { micros: bigint; unit: bigint } | undefined {
  const unit = /^\d+$/.test(text) ? UNITS[text.length] : undefined;
  if (unit === undefined) return undefined;
  const micros = BigInt(text) * unit;
  return micros >= EARLIEST && micros < LATEST ? { micros, unit } : undefined;
}

/**
 * Moves times so that the first stands at the epoch: order and differences stay, but for gaps that are too
 * long. All shifts are whole seconds, so that a second run shifts nothing. Times that all lie in the first
 * day of synthetic time are placeholders already.
 */
function shiftTimes(times: ReadonlySet<bigint>): Map<bigint, bigint> {
  const sorted = [...times].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first = EPOCH] = sorted;
  if (sorted.every((time) => time >= EPOCH && time < EPOCH + DAY)) return new Map(sorted.map((t) => [t, t]));
  let shift = (first / SECOND) * SECOND - EPOCH;
  let last = first;
  return new Map(
    sorted.map((time) => {
      const gap = time - last;
      if (gap > LONGEST_GAP) shift += ((gap - LONGEST_GAP) / SECOND) * SECOND;
      last = time;
      return [time, time - shift];
    }),
  );
}
