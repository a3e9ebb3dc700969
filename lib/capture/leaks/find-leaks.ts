import type { CapturedNode } from '../tree/captured-node.ts';

/** Something that must never be in a spec: what it looks like and where it is, never the text itself. */
export interface Leak {
  readonly kind: LeakKind;
  /** Offset in the text that was searched. */
  readonly offset: number;
}

export type LeakKind =
  | 'a phone number'
  | 'a real JID'
  | 'a real network address'
  | 'a long hexadecimal value'
  | 'a long base64 value'
  | 'an e-mail address'
  | 'a pair of coordinates'
  | 'bytes that were not sanitized';

// This file shares no code with the sanitizer and recognizes placeholders by their form alone, so that each of the two
// finds what the other misses.

/**
 * Searches a text for what must never be in a spec: phone numbers, JIDs other than placeholders, addresses outside the
 * documentation ranges, long hex and base64, e-mail addresses, coordinates.
 * @returns in the order of the text
 */
export function findLeaks(text: string): Leak[] {
  return [
    ...accountLeaks(text),
    ...numberLeaks(text),
    ...addressLeaks(text),
    ...hexLeaks(text),
    ...base64Leaks(text),
    ...coordinateLeaks(text),
  ].sort((a, b) => a.offset - b.offset);
}

/** The leaks of an id, where hyphens and dots join words, and digits may touch letters. All offsets are 0. */
export function findLeaksInId(id: string): Leak[] {
  const digits = id.replace(/[^0-9]+/g, ' ');
  return findLeaks(`${id.replace(/[-._]+/g, ' ')}\n${digits}`).map(({ kind }) => ({ kind, offset: 0 }));
}

/**
 * The leaks of what is given as the build of a client. A build may look like a phone number or an address:
 * 2.3000.1039501489, 2.26.4.73.
 */
export const findLeaksInVersion = (version: string): Leak[] =>
  BUILD.test(version) ? [] : findLeaks(version);

const BUILD = /^\d\.\d{1,4}(?:\.\d{1,10}){1,2}$/;

/**
 * The leaks of a captured node and everything in it, bytes included. All offsets are 0.
 * @param listed bytes that are values of an enum, as lower-case hex: they are public, unless they are as long as a key
 *   or in a node that holds an address
 * @param excepted whole values for which a person has given a reason
 */
export function findLeaksInNode(
  node: CapturedNode,
  listed: ReadonlySet<string> = new Set(),
  excepted: ReadonlySet<string> = new Set(),
): Leak[] {
  const leaks: Leak[] = [];
  // Not push(...found): a call takes a limited number of arguments.
  const take = (found: Iterable<Leak>): void => {
    for (const { kind } of found) leaks.push({ kind, offset: 0 });
  };
  const look = (text: string): void => take(findLeaks(text));
  const queue = [node];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    look(next.tag);
    for (const { name, value } of next.attributes) {
      // With its name, since a version looks like an address without it.
      if (!excepted.has(value)) look(`${name}="${value}"`);
    }
    if (next.content?.kind === 'text' && !excepted.has(next.content.text)) {
      look(next.content.text);
      take(textBytesLeaks(next.content.text, next.tag));
    }
    if (next.content?.kind === 'bytes') {
      take(bytesLeaks(next.content.bytes, ADDRESS_NODE.test(next.tag) ? new Set() : listed));
    }
    for (const child of next.children) queue.push(child);
  }
  return leaks;
}

function* all(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  for (const match of text.matchAll(pattern)) yield match;
}

// --- accounts

const USER = /[^\s"'<>=@,;()[\]{}`]*$/;
const SERVER = /[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*/y;
const NOBODY =
  /^(?:|0|status|[A-Z](?:[._]\d{1,3})?(?::\d{1,5})?|[A-Z]+-\d{4,6}-synthetic(?:[._]\d{1,3})?(?::\d{1,5})?)$/;
const WHATSAPP =
  /^(?:s\.whatsapp\.net|c\.us|lid|hosted|hosted\.lid|g\.us|call|broadcast|newsletter|bot|msgr|interop)$/i;

function* accountLeaks(text: string): Generator<Leak> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    // No user is longer than that.
    const user = USER.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
    SERVER.lastIndex = at + 1;
    const server = SERVER.exec(text)?.[0];
    if (server === undefined) continue;
    const ours = WHATSAPP.test(server) || /\.(?:invalid|example)$/.test(server);
    if (NOBODY.test(user) && (ours || user === '')) continue;
    const kind = ours || !server.includes('.') ? 'a real JID' : 'an e-mail address';
    yield { kind, offset: at - user.length };
  }
}

// --- numbers

function* numberLeaks(text: string): Generator<Leak> {
  for (const match of all(/(?<![0-9A-Za-z])\d{9,15}(?![0-9A-Za-z])/g, text)) {
    // Synthetic times start at 1700000000 and stay near it.
    if (/^170\d{7}(?:\d{3}|\d{6})?$/.test(match[0]) || isBlank(match[0], '0')) continue;
    yield { kind: 'a phone number', offset: match.index };
  }
  for (const match of all(/\+\d[\d ().\-/]{6,24}\d/g, text)) {
    if (match[0].replace(/\D/g, '').length < 8) continue;
    yield { kind: 'a phone number', offset: match.index };
  }
}

// --- addresses

const V4 = /(?<![\w.-])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w-]|\.\d)/g;
const V6 = /(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,8}[0-9A-Fa-f]{0,4}(?![\w:])/g;

function* addressLeaks(text: string): Generator<Leak> {
  for (const match of all(V4, text)) {
    const parts = match.slice(1).map(Number);
    if (parts.some((part) => part > 255) || isSpareV4(parts)) continue;
    if (/ver(?:sion)?["']?\s*[=:]\s*["']?$/i.test(text.slice(Math.max(0, match.index - 20), match.index)))
      continue;
    yield { kind: 'a real network address', offset: match.index };
  }
  for (const match of all(V6, text)) {
    const [whole] = match;
    const groups = whole.split(':').filter((group) => group !== '').length;
    if (!(whole.includes('::') ? groups <= 7 : groups === 8) || groups === 0) continue;
    if (/^2001:0?db8:/i.test(whole) || whole === '::1') continue;
    yield { kind: 'a real network address', offset: match.index };
  }
}

// The three ranges for documentation, the range that nobody has, and 0.0.0.0.
function isSpareV4([a = 0, b = 0, c = 0, d = 0]: readonly number[]): boolean {
  const range = `${a}.${b}.${c}`;
  return (
    ['192.0.2', '198.51.100', '203.0.113'].includes(range) || (a === 240 && b === 0) || a + b + c + d === 0
  );
}

// --- long values

// An address of the documentation range with its port, as the content of a node has it.
const SPARE_V6_HEX = /^20010db80{16}[0-9a-f]{12}$/i;
const SPARE_V6_BASE64 = /^IAENuA{11}[A-Za-z0-9+/]{8}$/;

function* hexLeaks(text: string): Generator<Leak> {
  for (const match of all(/(?<![0-9A-Za-z+/=])(?:0x)?([0-9A-Fa-f]{16,})(?![0-9A-Za-z+/=])/g, text)) {
    const digits = match[1] ?? '';
    // Base64 of zeros is all A.
    if (isBlank(digits, '0') || isBlank(digits, 'A') || SPARE_V6_HEX.test(digits)) continue;
    if (/^\d{16}$/.test(digits) && digits.startsWith('170')) continue;
    yield { kind: 'a long hexadecimal value', offset: match.index };
  }
  for (const match of all(
    /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}[ :-]){5,}[0-9A-Fa-f]{2}(?![0-9A-Za-z])/g,
    text,
  )) {
    if (isBlank(match[0].replace(/[ :-]/g, ''), '0')) continue;
    yield { kind: 'a long hexadecimal value', offset: match.index };
  }
  for (const match of all(
    /(?<![0-9A-Fa-f])[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}(?![0-9A-F])/gi,
    text,
  )) {
    if (!isBlank(match[0].replaceAll('-', ''), '0')) {
      yield { kind: 'a long hexadecimal value', offset: match.index };
    }
  }
}

function* base64Leaks(text: string): Generator<Leak> {
  for (const match of all(/(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{20,}={0,2}/g, text)) {
    const [whole] = match;
    const body = whole.replace(/=+$/, '');
    // The equals sign of an attribute is not padding.
    const named =
      /["']/.test(text[match.index + whole.length] ?? '') && /\s/.test(text[match.index - 1] ?? ' ');
    const padding = whole !== body && !named;
    if (/synthetic$/.test(body) || isBlank(body, 'A') || isBlank(body, '0')) continue;
    if (SPARE_V6_BASE64.test(body)) continue;
    // Placeholders that are parts of a value, with what is between them.
    if (body.includes('-synthetic') && body.replace(/[A-Z]{2,10}-\d{4,6}-synthetic/g, '').length < 20)
      continue;
    // Words that are joined by hyphens, underscores or slashes do not mix capitals and digits.
    const mixed = [/[a-z]/, /[A-Z]/, /\d/].every((one) => one.test(body));
    const hex = /^[0-9A-Fa-f]+$/.test(body);
    if (hex || !(mixed || padding || body.includes('+'))) continue;
    yield { kind: 'a long base64 value', offset: match.index };
  }
}

/** Whether a value is filling, with up to five other characters at its end. */
const isBlank = (value: string, filling: string): boolean =>
  [...value.slice(0, -5)].every((character) => character === filling);

function* coordinateLeaks(text: string): Generator<Leak> {
  for (const match of all(/(?<![\w.])-?\d{1,3}\.\d{4,}(?![\w.])/g, text)) {
    yield { kind: 'a pair of coordinates', offset: match.index };
  }
}

// --- bytes

/** Nodes that hold an address. */
const ADDRESS_NODE = /^(?:te|rte|te2)$/;
/** Bytes of this size and more may be a key. */
const KEY_SIZE = 16;

function* bytesLeaks(bytes: Uint8Array, listed: ReadonlySet<string>): Generator<Leak> {
  if (isSpareBytes(bytes)) return;
  if (bytes.length < KEY_SIZE) {
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (listed.has(hex)) return;
  }
  yield { kind: 'bytes that were not sanitized', offset: 0 };
}

function isSpareBytes(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (bytes.length === 6 && isSpareV4([a ?? 0, b ?? 0, c ?? 0, d ?? 0])) return true;
  if (bytes.length === 18 && a === 0x20 && b === 0x01 && c === 0x0d && d === 0xb8) return true;
  if (bytes.length === 18 && bytes.subarray(0, 16).every((byte) => byte === 0)) return true;
  if (bytes.length <= 4) return true;
  // Zeros with a number at the end, or printable text that is a placeholder.
  const text = new TextDecoder('latin1').decode(bytes);
  return (
    bytes.subarray(0, -2).every((byte) => byte === 0) || (/^[\x20-\x7e]+$/.test(text) && isSpareText(text))
  );
}

const isSpareText = (text: string): boolean => /-synthetic$/.test(text) || /^-?\d{1,5}$/.test(text);

// The content of an address node in a log: 6 or 18 bytes as hex or base64.
function* textBytesLeaks(text: string, tag: string): Generator<Leak> {
  if (!ADDRESS_NODE.test(tag)) return;
  // Zeros in base64 are all A, which are hex digits too.
  const hex = /^(?!AAA)(?:[0-9a-fA-F]{12}|[0-9a-fA-F]{36})$/.test(text)
    ? Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : undefined;
  const base64 = /^(?![0-9a-f]+$)(?:[A-Za-z0-9+/]{8}|[A-Za-z0-9+/]{24})$/.test(text)
    ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    : undefined;
  for (const bytes of [hex, base64]) {
    if (bytes !== undefined && !isSpareBytes(bytes)) {
      yield { kind: 'a real network address', offset: 0 };
    }
  }
}
