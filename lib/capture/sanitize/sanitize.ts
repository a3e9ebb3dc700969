import { valueFits } from '../../corpus/match/value-fits.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import { hexOf, readBytesText } from '../../text/bytes-text.ts';
import { compareText } from '../../text/compare-text.ts';
import { matchedValues } from '../lookup/find-stanza.ts';
import {
  isOfKnownWords,
  type KnownNode,
  type KnownValue,
  knownAttribute,
  knownChild,
  knownContent,
  knownNames,
  knownRoot,
} from '../lookup/known-node.ts';
import { addressFromBytes, addressToBytes, readAddress, writeAddress } from '../tree/address.ts';
import type {
  CapturedAttribute,
  CapturedContent,
  CapturedNode,
  CapturedStanza,
} from '../tree/captured-node.ts';
import { OutOfPlaceholders } from './out-of-placeholders.ts';
import {
  createPlaceholders,
  isReplacedServer,
  isWord,
  type Placeholders,
  sizeClass,
  type WordKind,
} from './placeholders.ts';
import { refusalReason } from './refusal-reason.ts';

/** What was replaced: never the values, only of which kind and how many. */
export interface Replaced {
  readonly kind: ReplacedKind;
  /** How many places. */
  readonly count: number;
  /** How many different values. */
  readonly distinct: number;
}

export type ReplacedKind =
  | 'JID'
  | 'address'
  | 'time'
  | 'number'
  | 'bytes'
  | 'tag or attribute name'
  | 'value that was cut off'
  | 'call id'
  | 'token'
  | 'UUID'
  | 'id'
  | 'name'
  | 'version'
  | 'value'
  | 'text';

/** A stanza that is not handed on at all, because it cannot be sanitized with certainty. */
export interface Refused {
  /** Which of the stanzas it is, from 0. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export interface Sanitized {
  readonly stanzas: readonly CapturedStanza[];
  /** By kind, in alphabetical order. */
  readonly replaced: readonly Replaced[];
  readonly refused: readonly Refused[];
}

export interface SanitizeOptions {
  /**
   * Tags and names of attributes that stay though the spec does not know them: somebody looked at them. See
   * whyNameHeldBack for those that nobody should keep.
   */
  readonly keepNames?: readonly string[] | undefined;
}

/**
 * Replaces everything that may identify somebody, by an allow list that the spec drives: a value stays where
 * the spec knows the attribute and its type cannot identify anyone (a listed value, a small number, a flag).
 * Everything else becomes a placeholder that keeps its kind, equal for equal values in all stanzas of the
 * input. What the spec does not know is replaced, but a whole number below 100 without a leading zero, which
 * identifies nobody. Sanitizing twice changes nothing.
 * @returns the sanitized stanzas; one that is too deep, too large or holds something unheard of is left out
 *   and listed, and so is one with a value for which no placeholder is left. Never throws.
 */
export function sanitize(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
  { keepNames = [] }: SanitizeOptions = {},
): Sanitized {
  const refused: Refused[] = [];
  const accepted: { index: number; stanza: CapturedStanza; known: readonly KnownNode[] }[] = [];
  const refuse = (index: number, { line, column }: CapturedStanza, reason: string): void => {
    refused.push({ index, line, column, reason });
  };
  for (const [index, stanza] of stanzas.entries()) {
    const reason = refusalReason(stanza.root);
    if (reason === undefined) accepted.push({ index, stanza, known: knownRoot(stanza.root, corpus) });
    else refuse(index, stanza, reason);
  }
  const kept = new Set(keepNames);
  const { collect, assign } = createPlaceholders();
  for (const { stanza, known } of accepted) {
    rewriter(corpus, kept, collect, () => {})(stanza.root, known);
  }
  const tally = createTally();
  const clean: CapturedStanza[] = [];
  for (const { index, stanza, known } of accepted) {
    const counts: Parameters<Count>[] = [];
    try {
      const rewrite = rewriter(corpus, kept, assign, (...one) => void counts.push(one));
      clean.push({ ...stanza, root: rewrite(stanza.root, known) });
    } catch (error) {
      if (!(error instanceof OutOfPlaceholders)) throw error;
      const { most, what } = error;
      refuse(index, stanza, `the input has more than ${most} different ${what}, so split it`);
      continue;
    }
    for (const one of counts) tally.count(...one);
  }
  refused.sort((a, b) => a.index - b.index);
  return { stanzas: clean, replaced: tally.replaced(), refused };
}

type Count = (kind: ReplacedKind, before: string, after: string) => void;

function createTally(): { count: Count; replaced: () => Replaced[] } {
  const tally = new Map<ReplacedKind, { count: number; values: Set<string> }>();
  return {
    count(kind, before, after) {
      if (before === after) return;
      const row = tally.get(kind) ?? { count: 0, values: new Set() };
      row.count += 1;
      row.values.add(before);
      tally.set(kind, row);
    },
    replaced: () =>
      [...tally]
        .map(([kind, { count, values }]) => ({ kind, count, distinct: values.size }))
        .sort((a, b) => compareText(a.kind, b.kind)),
  };
}

/** Servers of JIDs that are part of the protocol and no one's own. */
const SERVERS: ReadonlySet<string> = new Set([
  's.whatsapp.net',
  'c.us',
  'lid',
  'hosted',
  'hosted.lid',
  'g.us',
  'call',
  'broadcast',
  'newsletter',
  'bot',
  'msgr',
  'interop',
]);
/** Users of JIDs that are nobody: the service itself, and the list of status updates. */
const NOBODY: ReadonlySet<string> = new Set(['', '0', 'status']);

/** Nodes whose binary content of 6 or 18 bytes is an address with its port. */
const ADDRESS_TAG = /^r?te\d?$/;

/** What the name of an attribute says about a text that has to go. */
const KIND_BY_NAME: readonly (readonly [RegExp, WordKind])[] = [
  [/^call[-_]?id$/i, 'CALLID'],
  [/token/i, 'TOKEN'],
  [/uuid/i, 'UUID'],
  [/(?:^|[-_])id$/i, 'ID'],
  [/(?:^|[-_])ver(?:sion)?(?:$|[-_])/i, 'VERSION'],
  [/name|notify/i, 'NAME'],
];

const WORD_LABEL: Readonly<Record<WordKind, ReplacedKind>> = {
  CALLID: 'call id',
  TOKEN: 'token',
  UUID: 'UUID',
  ID: 'id',
  NAME: 'name',
  VERSION: 'version',
  VALUE: 'value',
  TEXT: 'text',
};

const NO_VALUES: ReadonlySet<string> = new Set();
const nothingMatched = (): ReadonlySet<string> => NO_VALUES;

function rewriter(
  corpus: Corpus,
  kept: ReadonlySet<string>,
  to: Placeholders,
  count: Count,
): (node: CapturedNode, places: readonly KnownNode[]) => CapturedNode {
  const names = knownNames(corpus);

  const name = (text: string): string => {
    if (names.has(text) || kept.has(text) || isOfKnownWords(text, corpus)) return text;
    const after = to.name(text);
    count('tag or attribute name', text, after);
    return after;
  };

  const word = (kind: WordKind, text: string): string => {
    const after = to.word(kind, text);
    count(WORD_LABEL[/^[A-Z]+/.exec(after)?.[0] as WordKind] ?? 'text', text, after);
    return after;
  };

  const number = (text: string): string => {
    const after = to.number(text);
    count('number', text, after);
    return after;
  };

  const jid = (text: string): string | undefined => {
    const [, at, server = ''] = /^([^@\s]*@)?([A-Za-z][A-Za-z0-9.-]*)$/.exec(text) ?? [];
    if (server === '' || (at === undefined && !SERVERS.has(server.toLowerCase()))) return undefined;
    const ours = SERVERS.has(server.toLowerCase());
    if (!ours && !isReplacedServer(server)) {
      // Elsewhere nothing is known of the parts of a user: a dot and two digits may be a year of birth.
      const user = at?.slice(0, -1) ?? '';
      const after = `${user === '' ? '' : to.user(`${user}@${server}`)}@${to.server(server)}`;
      count('JID', text, after);
      return after;
    }
    const host = ours ? server.toLowerCase() : to.server(server);
    const [, user = '', device = ''] =
      /^(.*?)((?:[._]\d{1,3})?(?::\d{1,5})?)$/.exec(at?.slice(0, -1) ?? '') ?? [];
    // Nobody has no devices: this is somebody whose number was cut off.
    const isNobody = NOBODY.has(user) && device === '';
    const who = isNobody ? user : host === 'call' ? to.word('CALLID', user) : to.user(user);
    const after = `${at === undefined ? '' : `${who}${device}@`}${host}`;
    count('JID', text, after);
    return after;
  };

  const address = (text: string): string | undefined => {
    const found = readAddress(text);
    if (found === undefined) return undefined;
    const after = writeAddress({ ...found, bytes: to.address(found.bytes) });
    count('address', text, after);
    return after;
  };

  const bytes = (content: Uint8Array, tag: string): Uint8Array => {
    const found = ADDRESS_TAG.test(tag) ? addressFromBytes(content) : undefined;
    const after =
      found === undefined ? to.bytes(content) : addressToBytes({ ...found, bytes: to.address(found.bytes) });
    count(found === undefined ? 'bytes' : 'address', content.join(), after.join());
    return after;
  };

  const bytesText = (text: string, tag: string): string | undefined => {
    const found = readBytesText(text);
    return found === undefined ? undefined : found.write(bytes(found.bytes, tag));
  };

  /** A text of which nothing may stay: what it looks like decides which placeholder it gets. */
  const byForm = (text: string, kind: WordKind, tag: string): string => {
    if (text === '') return text;
    if (isWord(text)) return to.word(kind, text);
    const named = kind !== 'TEXT' && kind !== 'VALUE';
    const jidLike = text.includes('@') ? jid(text) : undefined;
    if (jidLike !== undefined) return jidLike;
    const addressLike = kind === 'VERSION' ? undefined : address(text);
    if (addressLike !== undefined) return addressLike;
    // Zeros in hex: blanked bytes that were printed and read again as text. Two of them alone are a number.
    if (!named && /^00(?:[0-9a-f]{2})+$/.test(text)) return bytesText(text, tag) ?? number(text);
    if (!named && /^-?\d+$/.test(text)) return number(text);
    if (
      !named &&
      /^(?:A{12}|(?=.*\d)(?=.*[A-Za-z/+]))[A-Za-z0-9+/]{4,}={0,2}$/.test(text) &&
      text.length >= 16
    ) {
      return bytesText(text, tag) ?? word(kind, text);
    }
    return word(kind, text);
  };

  const value = (text: string, known: KnownValue | undefined, kind: WordKind, tag: string): string => {
    if (isSmallNumber(text)) return to.small(text);
    if (known === undefined) return byForm(text, kind, tag);
    const { type, allowed } = known;
    // What the spec lists may be a placeholder: it stays, and nothing else may get it.
    if (allowed.has(text)) return isWord(text) ? to.word(kind, text) : (jid(text) ?? shown(text));
    switch (enumOfType(type) === undefined ? type : 'enum') {
      case 'bool':
        return valueFits(text, 'bool') ? text : byForm(text, kind, tag);
      case 'int':
        return /^-?\d{1,5}$/.test(text) || isNear(text, allowed) ? shown(text) : byForm(text, kind, tag);
      case 'timestamp': {
        const after = to.time(text);
        if (after === undefined) return /^\d{1,5}$/.test(text) ? shown(text) : byForm(text, kind, tag);
        count('time', text, after);
        return after;
      }
      case 'jid':
        return jid(text) ?? byForm(text, kind, tag);
      case 'hex':
      case 'bytes':
        if (isWord(text)) return to.word(kind, text);
        return address(text) ?? bytesText(text, tag) ?? byForm(text, kind, tag);
      case 'enum': {
        // An enum of bytes lists them as hex; a log may have them as base64.
        const found = readBytesText(text);
        if (found !== undefined && allowed.has(hexOf(found.bytes))) return text;
        const ofBytes = found !== undefined && [...allowed].some(isHexBytes);
        return ofBytes ? found.write(bytes(found.bytes, tag)) : byForm(text, 'VALUE', tag);
      }
      default:
        return byForm(text, kind, tag);
    }
  };

  // A small number stays; one that is a placeholder elsewhere keeps its number there.
  const shown = (text: string): string => {
    if (/^99\d{3}$/.test(text)) to.number(text);
    return text;
  };

  const attribute = (
    one: CapturedAttribute,
    cutNames: ReadonlySet<string>,
    places: readonly KnownNode[],
    matched: ReadonlySet<string>,
  ): CapturedAttribute => {
    // Of two attributes of one name nobody can say later which one was cut.
    if (cutNames.has(one.name)) {
      count('value that was cut off', one.value, '');
      return { name: name(one.name), value: '', cut: true };
    }
    const kind = KIND_BY_NAME.find(([pattern]) => pattern.test(one.name))?.[1] ?? 'TEXT';
    const known = matched.has(one.value)
      ? { type: 'string', allowed: matched }
      : knownAttribute(places, one.name, corpus);
    return { name: name(one.name), value: value(one.value, known, kind, ''), cut: false };
  };

  const content = (one: CapturedContent, places: readonly KnownNode[], tag: string): CapturedContent => {
    const known = knownContent(places, corpus);
    switch (one.kind) {
      case 'cut':
        return { kind: 'cut', size: one.size === undefined ? undefined : sizeClass(one.size) };
      case 'bytes': {
        if (known !== undefined && known.allowed.size > 0 && known.allowed.has(hexOf(one.bytes))) return one;
        const text = known === undefined || known.type === 'bytes' ? undefined : asText(one.bytes);
        if (text === undefined) return { kind: 'bytes', bytes: bytes(one.bytes, tag) };
        return { kind: 'bytes', bytes: new TextEncoder().encode(value(text, known, 'TEXT', tag)) };
      }
      case 'text': {
        // In a log the bytes of an address stand as text, and so do bytes that the spec does not know.
        const inside = ADDRESS_TAG.test(tag) ? { type: 'bytes', allowed: new Set<string>() } : undefined;
        return { kind: 'text', text: value(one.text, known ?? inside, 'TEXT', tag) };
      }
      default:
        return one satisfies never;
    }
  };

  const attributesOf = (
    node: CapturedNode,
    places: readonly KnownNode[],
    matched: (name: string) => ReadonlySet<string>,
  ): CapturedAttribute[] => {
    const cutNames = new Set(node.attributes.filter(({ cut }) => cut).map((one) => one.name));
    return node.attributes.map((one) => attribute(one, cutNames, places, matched(one.name)));
  };

  const walk = (
    node: CapturedNode,
    places: readonly KnownNode[],
    matched: (name: string) => ReadonlySet<string>,
  ): CapturedNode => ({
    tag: name(node.tag),
    attributes: attributesOf(node, places, matched),
    content: node.content === undefined ? undefined : content(node.content, places, node.tag),
    children: node.children.map((child) => walk(child, knownChild(places, child.tag), nothingMatched)),
    cut: node.cut,
  });
  return (root, places) => walk(root, places, (one) => matchedValues(root.tag, one, corpus));
}

/**
 * Whether a number differs from one that the spec lists in its last sixteen bits only: a flag with a small
 * number behind it. It tells no more than a small number does.
 */
function isNear(text: string, listed: ReadonlySet<string>): boolean {
  if (!/^\d{6,10}$/.test(text)) return false;
  const high = (one: string): number => Math.floor(Number(one) / 0x1_0000);
  return [...listed].some((one) => /^\d{6,10}$/.test(one) && high(one) === high(text));
}

/** A whole number below 100 without a leading zero: it identifies nobody, whatever it counts. */
const isSmallNumber = (text: string): boolean => /^(?:0|[1-9]\d?)$/.test(text);

/** Whether a listed value is bytes in hex, and no short word or number that happens to be of hex digits. */
const isHexBytes = (text: string): boolean => /^(?:[0-9a-f]{2}){4,}$/.test(text);

/** Bytes that are printable ASCII as text. */
function asText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > 4096) return undefined;
  return bytes.every((byte) => byte >= 0x20 && byte <= 0x7e) ? String.fromCharCode(...bytes) : undefined;
}
