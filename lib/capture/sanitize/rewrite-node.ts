import { baseOfType, typeOf } from '../../corpus/match/value-fits.ts';
import { hexOf } from '../../text/bytes-text.ts';
import { matchedValues } from '../lookup/find-stanza.ts';
import {
  isOfKnownWords,
  type KnownNode,
  knownAttribute,
  knownChild,
  knownContent,
  knownNames,
} from '../lookup/known-node.ts';
import type { CapturedAttribute, CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { sizeClass } from './placeholders/byte-placeholders.ts';
import type { WordKind } from './placeholders/word-placeholders.ts';
import { ADDRESS_TAG, holdsAddress, rewriteBytes } from './rewrite-bytes.ts';
import { rewriteValue } from './rewrite-value.ts';
import type { Rewriter } from './rewriter.ts';

/** What the name of an attribute says of a text that has to be replaced. */
const KIND_BY_NAME: readonly (readonly [RegExp, WordKind])[] = [
  [/^call[-_]?id$/i, 'CALLID'],
  [/token/i, 'TOKEN'],
  [/uuid/i, 'UUID'],
  [/(?:^|[-_])id$/i, 'ID'],
  [/(?:^|[-_])ver(?:sion)?(?:$|[-_])/i, 'VERSION'],
  [/name|notify/i, 'NAME'],
];

/**
 * Replaces everything personal in a stanza.
 * @param places the places of the spec that describe its outermost node
 */
export function rewriteNode(
  root: CapturedNode,
  places: readonly KnownNode[],
  rewriter: Rewriter,
): CapturedNode {
  return rewritten(root, places, (name) => matchedValues(root.tag, name, rewriter.corpus), rewriter);
}

/** The values that a `match` of the spec names for an attribute. */
type Matched = (name: string) => ReadonlySet<string>;

const NO_VALUES: ReadonlySet<string> = new Set();
/** A `match` names attributes of the outermost node only. */
const nothingMatched: Matched = () => NO_VALUES;

function rewritten(
  node: CapturedNode,
  places: readonly KnownNode[],
  matched: Matched,
  rewriter: Rewriter,
): CapturedNode {
  const cutNames = new Set(node.attributes.filter(({ cut }) => cut).map((one) => one.name));
  return {
    tag: rewriteName(node.tag, rewriter),
    attributes: node.attributes.map((one) =>
      // Of two attributes with one name nobody can tell later which one was cut.
      cutNames.has(one.name)
        ? cutAttribute(one, rewriter)
        : rewriteAttribute(one, places, matched(one.name), rewriter),
    ),
    content:
      node.content === undefined ? undefined : rewriteContent(node.content, places, node.tag, rewriter),
    children: node.children.map((child) =>
      rewritten(child, knownChild(places, child.tag), nothingMatched, rewriter),
    ),
    cut: node.cut,
  };
}

function rewriteName(text: string, { corpus, kept, to, count }: Rewriter): string {
  if (knownNames(corpus).has(text) || kept.has(text) || isOfKnownWords(text, corpus)) return text;
  const after = to.name(text);
  count('tag or attribute name', text, after);
  return after;
}

function cutAttribute({ name, value }: CapturedAttribute, rewriter: Rewriter): CapturedAttribute {
  rewriter.count('value that was cut off', value, '');
  return { name: rewriteName(name, rewriter), value: '', cut: true };
}

function rewriteAttribute(
  { name, value }: CapturedAttribute,
  places: readonly KnownNode[],
  matched: ReadonlySet<string>,
  rewriter: Rewriter,
): CapturedAttribute {
  const kind = KIND_BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'TEXT';
  const known = matched.has(value)
    ? { type: 'string', allowed: matched }
    : knownAttribute(places, name, rewriter.corpus);
  return {
    name: rewriteName(name, rewriter),
    value: rewriteValue(value, known, kind, '', rewriter),
    cut: false,
  };
}

function rewriteContent(
  content: CapturedContent,
  places: readonly KnownNode[],
  tag: string,
  rewriter: Rewriter,
): CapturedContent {
  const known = knownContent(places, rewriter.corpus);
  switch (content.kind) {
    case 'cut':
      return { kind: 'cut', size: content.size === undefined ? undefined : sizeClass(content.size) };
    case 'bytes': {
      const { bytes } = content;
      if (known !== undefined && known.allowed.size > 0 && known.allowed.has(hexOf(bytes))) return content;
      const types = rewriter.corpus.definitions.type;
      const isBytes = known === undefined || baseOfType(known.type, types) === 'bytes';
      const text = isBytes ? undefined : asText(bytes);
      if (text === undefined) {
        const isAddress = known !== undefined && typeOf(known.type, types)?.privacy === 'address';
        return { kind: 'bytes', bytes: rewriteBytes(bytes, isAddress ? ADDRESS_TAG : tag, rewriter) };
      }
      const after = rewriteValue(text, known, 'TEXT', tag, rewriter);
      return { kind: 'bytes', bytes: new TextEncoder().encode(after) };
    }
    case 'text': {
      // A log may print the bytes of an address, or bytes that the spec does not know, as text.
      const inside = holdsAddress(tag) ? { type: 'bytes', allowed: NO_VALUES } : undefined;
      return { kind: 'text', text: rewriteValue(content.text, known ?? inside, 'TEXT', tag, rewriter) };
    }
    default:
      return content satisfies never;
  }
}

/** Bytes that are printable ASCII as text. */
function asText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length > 4096) return undefined;
  return bytes.every((byte) => byte >= 0x20 && byte <= 0x7e) ? String.fromCharCode(...bytes) : undefined;
}
