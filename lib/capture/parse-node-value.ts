import type { CapturedAttribute, CapturedContent, CapturedNode } from './captured-node.ts';
import { fromBase64 } from './parse-content.ts';
import { MAX_NODE_DEPTH } from './parse-depth.ts';
import type { ProblemAt } from './parse-problem.ts';
import type { Entry, StringValue, Value } from './parse-value.ts';
import { A_NAME, A_TEXT, A_VALUE, secondTimes, TWICE, wrongIn } from './well-formed.ts';

/** What a tag looks like in the old array form; other arrays begin with other texts. */
const TAG = /^[A-Za-z_][\w:.-]{0,127}$/;

type ObjectValue = Extract<Value, { kind: 'object' }>;
type ArrayValue = Extract<Value, { kind: 'array' }>;

/** Whether a value is a `BinaryNode`: a tag, and attributes or content, unless the log breaks off before them. */
export function isNodeObject(value: Value): value is ObjectValue {
  if (value.kind !== 'object') return false;
  const tag = entryOf(value, 'tag');
  if (tag?.kind !== 'string' || tag.cut || tag.text === '') return false;
  return value.cut || entryOf(value, 'attrs') !== undefined || entryOf(value, 'content') !== undefined;
}

/** Whether a value is a node in the old array form: a tag, attributes or null, and content if any. */
export function isNodeArray(value: Value): value is ArrayValue {
  if (value.kind !== 'array' || value.items.length < 2 || value.items.length > 3) return false;
  const [tag, attributes] = value.items;
  if (tag?.kind !== 'string' || tag.cut || !TAG.test(tag.text) || attributes === undefined) return false;
  if (attributes.kind === 'word' ? attributes.text !== 'null' : attributes.kind !== 'object') return false;
  return !isNodeObject(attributes);
}

/**
 * Makes a value a node.
 * @param value for which {@link isNodeObject} or {@link isNodeArray} holds
 * @param problems receives what could not be read of it
 */
export function nodeOfValue(value: Value, problems: ProblemAt[], depth = 1): CapturedNode {
  const parts = isNodeArray(value) ? partsOfArray(value) : partsOfObject(value, problems);
  const node = {
    tag: parts.tag,
    attributes: [] as CapturedAttribute[],
    children: [] as CapturedNode[],
    content: undefined as CapturedContent | undefined,
    cut: parts.cut,
  };
  if (parts.attributes !== undefined) readAttributes(parts.attributes, parts.cutAttributes, node, problems);
  if (parts.content !== undefined) readContent(parts.content, node, problems, depth);
  return node;
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

function partsOfObject(value: Value, problems: ProblemAt[]): Parts {
  let tag: Value | undefined;
  let attributes: Value | undefined;
  let content: Value | undefined;
  let cut = value.kind === 'object' && value.cut;
  let cutAttributes: ReadonlySet<string> = new Set();
  for (const { key, start, value: part } of value.kind === 'object' ? value.entries : []) {
    if (key === 'tag' && tag === undefined) tag = part;
    else if (key === 'attrs' && attributes === undefined) attributes = part;
    else if (key === 'content' && content === undefined) content = part;
    // The two that print-json.ts adds.
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
  const text = tag?.kind === 'string' ? tag : undefined;
  if (text !== undefined) lookInto(text, A_NAME, problems);
  return { tag: text?.text ?? '', attributes, content, cut, cutAttributes };
}

const NODE_KEYS: ReadonlySet<string> = new Set(['tag', 'attrs', 'content']);

interface OpenNode {
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  content: CapturedContent | undefined;
  cut: boolean;
}

function readAttributes(
  value: Value,
  cutNames: ReadonlySet<string>,
  node: OpenNode,
  problems: ProblemAt[],
): void {
  if (isNothing(value)) return;
  if (value.kind === 'elided') {
    node.cut = true;
    return;
  }
  if (value.kind !== 'object') {
    problems.push(unread(value, 'The attributes of a node are an object of names and texts; this is none.'));
    return;
  }
  if (value.cut) node.cut = true;
  const isSecond = secondTimes();
  for (const { key: name, start, value: part } of value.entries) {
    if (isSecond(name)) problems.push({ offset: start, ...TWICE });
    const wrong = wrongIn(name, 'text', A_NAME);
    if (wrong !== undefined) problems.push({ offset: start, message: wrong.message, hint: wrong.hint });
    if (isNothing(part)) continue;
    if (part.kind === 'string') {
      lookInto(part, A_VALUE, problems);
      node.attributes.push({ name, value: part.text, cut: part.cut || cutNames.has(name) });
    } else if (part.kind === 'word') {
      node.attributes.push({ name, value: part.text, cut: cutNames.has(name) });
    } else {
      node.attributes.push({ name, value: '', cut: true });
      if (part.kind !== 'elided') {
        problems.push(unread(part, 'The value of an attribute is a text; this one was left out.'));
      }
    }
  }
}

function readContent(value: Value, node: OpenNode, problems: ProblemAt[], depth: number): void {
  if (isNothing(value)) return;
  const content = plainContent(value);
  if (content !== undefined) {
    if (value.kind === 'string') lookInto(value, A_TEXT, problems);
    setContent(content, value, node, problems);
    return;
  }
  if (isNodeObject(value)) {
    addChild(value, node, problems, depth);
    return;
  }
  if (value.kind !== 'array') {
    problems.push(unread(value, 'The content of a node is text, bytes or nodes; this is none of them.'));
    node.cut = true;
    return;
  }
  if (value.cut) node.cut = true;
  for (const item of value.items) {
    if (isNodeObject(item) || isNodeArray(item)) addChild(item, node, problems, depth);
    else if (item.kind === 'elided') node.cut = true;
    else {
      const inner = plainContent(item);
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

/** Says what a text holds that no stanza does. */
function lookInto(value: StringValue, what: string, problems: ProblemAt[]): void {
  const wrong = wrongIn(value.text, 'text', what);
  if (wrong === undefined) return;
  const { index, message, hint } = wrong;
  problems.push({ offset: value.plain ? value.start + 1 + index : value.start, message, hint });
}

function setContent(content: CapturedContent, value: Value, node: OpenNode, problems: ProblemAt[]): void {
  if (node.content === undefined) node.content = content;
  else problems.push(unread(value, 'A node has one text or one run of bytes; this second one was left out.'));
  if ('cut' in value && value.cut && content.kind !== 'cut') node.cut = true;
}

function addChild(value: Value, node: OpenNode, problems: ProblemAt[], depth: number): void {
  if (depth < MAX_NODE_DEPTH) {
    node.children.push(nodeOfValue(value, problems, depth + 1));
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
function plainContent(value: Value): CapturedContent | undefined {
  if (value.kind === 'string') return { kind: 'text', text: value.text };
  if (value.kind === 'word') return { kind: 'text', text: value.text };
  if (value.kind === 'elided') return { kind: 'cut', size: undefined };
  if (value.kind === 'bytes') {
    if (value.more > 0) return { kind: 'cut', size: value.bytes.length + value.more };
    return { kind: 'bytes', bytes: value.bytes };
  }
  if (value.kind === 'array') return numbers(value);
  return isNodeObject(value) ? undefined : bytesOfObject(value);
}

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

const byteOf = (value: Value): number | undefined =>
  value.kind === 'word' && /^\d{1,3}$/.test(value.text) && Number(value.text) < 256
    ? Number(value.text)
    : undefined;

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
    // Four letters are three bytes; what is left of a group that breaks off is none.
    const whole = data.cut ? data.text.slice(0, data.text.length - (data.text.length % 4)) : data.text;
    const bytes = fromBase64(whole);
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
  value.kind === 'word' && (value.text === 'null' || value.text === 'undefined');

function entryOf(value: ObjectValue, key: string): Entry['value'] | undefined {
  return value.entries.find((entry) => entry.key === key)?.value;
}

const unread = (value: Value, message: string): ProblemAt => ({
  offset: value.start,
  message,
  hint: 'Compare it with the log that it comes from.',
});
