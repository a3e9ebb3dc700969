import type { CapturedAttribute, CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { fromBase64 } from '../tree/hex-and-base64.ts';
import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { A_NAME, A_TEXT, A_VALUE, secondTimes, TWICE, wrongIn } from '../tree/well-formed.ts';
import type { Entry, StringValue, Value } from './inspected-value.ts';
import { isCutText, leftOut } from './left-out.ts';
import type { ProblemAt } from './parse-problem.ts';
import { printedAccount } from './printed-account.ts';

/** What a tag looks like in the old array form; other arrays begin with other texts. */
const TAG = /^[A-Za-z_][\w:.-]{0,127}$/;

type ObjectValue = Extract<Value, { kind: 'object' }>;
type ArrayValue = Extract<Value, { kind: 'array' }>;

/** Whether a value is a `BinaryNode`: a tag, and attributes or content, unless the log breaks off before them. */
export function isNodeObject(value: Value): value is ObjectValue {
  return isNode(value, 'tag', 'attrs', 'content');
}

/** Whether a value is a node with the names that Go gives: `Tag`, `Attrs`, `Content`. */
export function isGoNode(value: Value): value is ObjectValue {
  return isNode(value, 'Tag', 'Attrs', 'Content');
}

function isNode(value: Value, tagKey: string, attrsKey: string, contentKey: string): value is ObjectValue {
  if (value.kind !== 'object') return false;
  const given = entryOf(value, tagKey);
  if (given === undefined) return false;
  const tag = unwrapped(given);
  if (tag.kind !== 'string' || tag.cut || tag.text === '') return false;
  return value.cut || entryOf(value, attrsKey) !== undefined || entryOf(value, contentKey) !== undefined;
}

const isAnyNode = (value: Value): boolean => isNodeObject(value) || isGoNode(value) || isNodeArray(value);

/** What stands in `Some(…)`, `Nodes(…)` and the like: in anything with a name around one value. */
function unwrapped(value: Value): Value {
  let inner = value;
  while (inner.kind === 'call' && inner.items.length === 1 && inner.name !== '')
    inner = inner.items[0] as Value;
  return inner;
}

/** Whether a value is a node in the old array form: a tag, attributes or null, and content if any. */
export function isNodeArray(value: Value): value is ArrayValue {
  if (value.kind !== 'array' || value.items.length < 2 || value.items.length > 3) return false;
  const [tag, attributes] = value.items;
  if (tag?.kind !== 'string' || tag.cut || !TAG.test(tag.text) || attributes === undefined) return false;
  if (attributes.kind === 'word' ? attributes.text !== 'null' : attributes.kind !== 'object') return false;
  return !isNodeObject(attributes);
}

/** How the values of a form are read. */
export interface NodeNotation {
  /** Whether a text that is the content of a node is base64: so Go writes bytes in JSON. */
  readonly base64?: boolean;
}

/**
 * Makes a value a node.
 * @param value for which {@link isNodeObject}, {@link isGoNode} or {@link isNodeArray} holds
 * @param problems receives what could not be read of it
 */
export function nodeOfValue(
  value: Value,
  problems: ProblemAt[],
  notation: NodeNotation = {},
  depth = 1,
): CapturedNode {
  const parts = isNodeArray(value) ? partsOfArray(value) : partsOfObject(value, problems);
  const node = {
    tag: parts.tag,
    attributes: [] as CapturedAttribute[],
    children: [] as CapturedNode[],
    content: undefined as CapturedContent | undefined,
    cut: parts.cut,
  };
  const reading: Reading = { node, problems, notation, depth };
  if (parts.attributes !== undefined) readAttributes(parts.attributes, parts.cutAttributes, reading);
  if (parts.content !== undefined) readContent(parts.content, reading);
  return node;
}

/** A node that is being read. */
interface Reading {
  readonly node: OpenNode;
  readonly problems: ProblemAt[];
  readonly notation: NodeNotation;
  readonly depth: number;
}

interface Parts {
  readonly tag: string;
  readonly attributes: Value | undefined;
  readonly content: Value | undefined;
  readonly cut: boolean;
  readonly cutAttributes: ReadonlySet<string>;
}

function partsOfArray(value: ArrayValue): Parts {
  const [tag, attributes, content] = value.items;
  return {
    tag: tag?.kind === 'string' ? tag.text : '',
    attributes,
    content,
    cut: value.cut,
    cutAttributes: new Set(),
  };
}

const GO_KEYS: ReadonlyMap<string, string> = new Map([
  ['Tag', 'tag'],
  ['Attrs', 'attrs'],
  ['Content', 'content'],
]);

function partsOfObject(value: Value, problems: ProblemAt[]): Parts {
  let tag: Value | undefined;
  let attributes: Value | undefined;
  let content: Value | undefined;
  let cut = value.kind === 'object' && value.cut;
  let cutAttributes: ReadonlySet<string> = new Set();
  for (const { key: given, start, value: part } of value.kind === 'object' ? value.entries : []) {
    const key = GO_KEYS.get(given) ?? given;
    if (key === 'tag' && tag === undefined) tag = part;
    else if (key === 'attrs' && attributes === undefined) attributes = part;
    else if (key === 'content' && content === undefined) content = part;
    // The two that print-json.ts adds.
    else if (leftOut(key) !== undefined) cut = true;
    else if (key === 'cut' && part.kind === 'word') cut ||= part.text === 'true';
    else if (key === 'cutAttrs' && part.kind === 'array') {
      cutAttributes = new Set(part.items.map((item) => (item.kind === 'string' ? item.text : '')));
    } else {
      problems.push({
        offset: start,
        message: NODE_KEYS.has(key)
          ? 'A node has one tag, attrs and content; this second one was left out.'
          : 'A node has a tag, attrs and content; this key of it was not read.',
        hint: 'Take the key away if it is no part of the stanza.',
      });
    }
  }
  const text = tag === undefined ? undefined : unwrapped(tag);
  if (text?.kind !== 'string') return { tag: '', attributes, content, cut, cutAttributes };
  lookInto(text, A_NAME, problems);
  return { tag: text.text, attributes, content, cut, cutAttributes };
}

const NODE_KEYS: ReadonlySet<string> = new Set(['tag', 'attrs', 'content']);

interface OpenNode {
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  content: CapturedContent | undefined;
  cut: boolean;
}

function readAttributes(given: Value, cutNames: ReadonlySet<string>, reading: Reading): void {
  const { node, problems } = reading;
  const value = unwrapped(given);
  if (isNothing(value)) return;
  if (isLeftOut(value)) {
    node.cut = true;
    return;
  }
  if (value.kind === 'elided') {
    node.cut = true;
    folded(value, problems);
    return;
  }
  const entries = value.kind === 'object' ? value.entries : pairsOf(value);
  if (entries === undefined) {
    problems.push(unread(value, 'The attributes of a node are an object of names and texts; this is none.'));
    return;
  }
  if ('cut' in value && value.cut) node.cut = true;
  const isSecond = secondTimes();
  for (const { key: name, start, value: one } of entries) {
    if (leftOut(name) !== undefined) {
      node.cut = true;
      continue;
    }
    if (isSecond(name)) problems.push({ offset: start, ...TWICE });
    tellWrong(name, A_NAME, start, problems);
    const part = unwrapped(one);
    if (isNothing(part)) continue;
    if (part.kind === 'string') {
      lookInto(part, A_VALUE, problems);
      node.attributes.push({
        name,
        value: part.text,
        cut: part.cut || cutNames.has(name) || isCutText(part.text),
      });
    } else if (part.kind === 'word' && IS_VALUE.test(part.text)) {
      node.attributes.push({ name, value: part.text, cut: cutNames.has(name) });
    } else if (part.kind === 'array' && part.items.length > 0 && part.items.every(isAnyNode)) {
      // So the old web client has the nodes of a call.
      for (const item of part.items) addChild(item, reading);
      if (part.cut) node.cut = true;
    } else {
      const account = printedAccount(part);
      node.attributes.push({
        name,
        value: account ?? '',
        cut: account === undefined || cutNames.has(name) || /…|\.{3}/.test(account),
      });
      if (account !== undefined) {
        tellWrong(account, A_VALUE, part.start, problems);
        continue;
      }
      if (part.kind === 'elided') folded(part, problems);
      else if (part.kind === 'word') folded({ ...part, kind: 'elided', name: 'call' }, problems);
      else problems.push(unread(part, 'The value of an attribute is a text; this one was left out.'));
    }
  }
}

/** A word that is a value of its own: others are names of what a console did not go into. */
const IS_VALUE = /^(?:-?[\d.][\w.+-]*|true|false|NaN|Infinity|-Infinity)$/;

/** The entries of a list of pairs. */
function pairsOf(value: Value): Entry[] | undefined {
  if (value.kind !== 'array') return undefined;
  const entries: Entry[] = [];
  for (const pair of value.items) {
    const [key, part, more] = pair.kind === 'call' || pair.kind === 'array' ? pair.items : [];
    const name = key === undefined ? undefined : unwrapped(key);
    if (name?.kind !== 'string' || part === undefined || more !== undefined) return undefined;
    entries.push({ key: name.text, start: pair.start, value: part });
  }
  return entries;
}

function readContent(given: Value, reading: Reading): void {
  const { node, problems } = reading;
  const value = unwrapped(given);
  if (isNothing(value)) return;
  if (isLeftOut(value)) {
    setLeftOut(value, node);
    return;
  }
  if (value.kind === 'elided' && /\bArray\b(?!Buffer)|…/.test(value.name ?? '')) {
    // Nodes, as a rule, which were not gone into.
    node.cut = true;
    folded(value, problems);
    return;
  }
  const content = plainContent(value, reading.notation);
  if (content !== undefined) {
    if (value.kind === 'string') lookInto(value, A_TEXT, problems);
    setContent(content, value, node, problems);
    if (value.kind === 'elided') folded(value, problems);
    return;
  }
  if (isNodeObject(value) || isGoNode(value)) {
    addChild(value, reading);
    return;
  }
  if (value.kind !== 'array') {
    problems.push(unread(value, 'The content of a node is text, bytes or nodes; this is none of them.'));
    node.cut = true;
    return;
  }
  if (value.cut) node.cut = true;
  for (const one of value.items) {
    const item = unwrapped(one);
    if (isAnyNode(item)) addChild(item, reading);
    else if (isLeftOut(item)) setLeftOut(item, node);
    else if (item.kind === 'elided') {
      node.cut = true;
      folded(item, problems);
    } else {
      const inner = plainContent(item, reading.notation);
      if (inner !== undefined) {
        if (item.kind === 'string') lookInto(item, A_TEXT, problems);
        setContent(inner, item, node, problems);
      } else {
        // Whose tag, at least, was not reached, or which is no node.
        node.cut = true;
        if (!('cut' in item && item.cut))
          problems.push(unread(item, 'This is no node: it lacks a tag or attrs.'));
      }
    }
  }
}

/** Whether a string only says that something was left out. */
const isLeftOut = (value: Value): boolean =>
  value.kind === 'string' && !value.cut && leftOut(value.text) !== undefined;

/** Marks the content of a node as left out: bytes where their number is told, else whatever it was. */
function setLeftOut(value: Value, node: OpenNode): void {
  const size = value.kind === 'string' ? leftOut(value.text)?.size : undefined;
  if (size === undefined || node.content !== undefined) node.cut = true;
  else node.content = { kind: 'cut', size };
}

/** Says that a console did not open something. What Node leaves out stands in its log like that, and is cut. */
function folded({ start, name = '' }: Extract<Value, { kind: 'elided' }>, problems: ProblemAt[]): void {
  if (name === 'call') {
    problems.push({
      offset: start,
      message: 'A program computes this value; it does not stand in what was pasted.',
      hint: 'Print the node when the program runs, and copy that.',
    });
    return;
  }
  if (!/…|\(\d+\)|^\{/.test(name)) return;
  problems.push({
    offset: start,
    message: 'The console that this was copied from did not open this part of the node.',
    hint: 'Choose “Copy object” in the menu of the object, or print JSON.stringify(node).',
  });
}

/** Says at a place that a text holds what no stanza does. */
function tellWrong(text: string, what: string, offset: number, problems: ProblemAt[]): void {
  const wrong = wrongIn(text, 'text', what);
  if (wrong !== undefined) problems.push({ offset, message: wrong.message, hint: wrong.hint });
}

/** Says where a string holds what no stanza does. */
function lookInto(value: StringValue, what: string, problems: ProblemAt[]): void {
  const wrong = wrongIn(value.text, 'text', what);
  if (wrong === undefined) return;
  const { index, message, hint } = wrong;
  problems.push({ offset: value.plain ? value.start + 1 + index : value.start, message, hint });
}

function setContent(content: CapturedContent, value: Value, node: OpenNode, problems: ProblemAt[]): void {
  // A text whose rest is dots is no text that anybody sent.
  if (content.kind === 'text' && isCutText(content.text)) {
    node.content ??= { kind: 'cut', size: undefined };
    return;
  }
  if (node.content === undefined) node.content = content;
  else problems.push(unread(value, 'A node has one text or one run of bytes; this second one was left out.'));
  if ('cut' in value && value.cut && content.kind !== 'cut') node.cut = true;
}

function addChild(value: Value, { node, problems, notation, depth }: Reading): void {
  if (depth < MAX_NODE_DEPTH) {
    node.children.push(nodeOfValue(value, problems, notation, depth + 1));
    return;
  }
  if (!node.cut) problems.push(tooDeep(value.start));
  node.cut = true;
}

/** The problem of nodes that are nested too deeply. */
export function tooDeep(offset: number): ProblemAt {
  return {
    offset,
    message: `Nodes are nested deeper than ${MAX_NODE_DEPTH} levels; what lies deeper was left out.`,
    hint: 'Real stanzas have a few levels. Check what was pasted.',
  };
}

/** Text, bytes, or what stands for them where they were cut; undefined for nodes and everything else. */
function plainContent(value: Value, { base64 }: NodeNotation): CapturedContent | undefined {
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

/** Four letters are three bytes; what is left of a group that breaks off is none. */
const wholeBase64 = ({ text, cut }: Extract<Value, { kind: 'string' }>): string =>
  cut ? text.slice(0, text.length - (text.length % 4)) : text;

/** An array of bytes: what a Uint8Array becomes. The empty one is that only where Node says its size. */
function numbers(value: ArrayValue): CapturedContent | undefined {
  if (value.items.length === 0 && value.size === undefined) return undefined;
  const bytes = new Uint8Array(value.items.length);
  for (const [index, item] of value.items.entries()) {
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

/** What JSON makes of a Buffer, in either form, and of a Uint8Array: its bytes under their numbers. */
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

const isNothing = (value: Value): boolean =>
  value.kind === 'word' && /^(?:null|undefined|None|nil)$/.test(value.text);

function entryOf(value: ObjectValue, key: string): Entry['value'] | undefined {
  return value.entries.find((entry) => entry.key === key)?.value;
}

const unread = (value: Value, message: string): ProblemAt => ({
  offset: value.start,
  message,
  hint: 'Compare it with the log that it comes from.',
});
