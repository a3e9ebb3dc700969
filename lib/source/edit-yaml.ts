import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Pointer } from './mark.ts';

/** The plain values of YAML. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** Adds an item to the end of a list, or a new key. Missing lists and mappings on the path to it are created. */
export type YamlEdit =
  | { readonly list: Pointer; readonly append: YamlValue }
  | { readonly key: Pointer; readonly value: YamlValue };

/**
 * Adds items to lists and keys to mappings of a YAML file by inserting text. Every other byte stays the same, including
 * comments, order, quotes and line ends. An item that a list of texts already has is not added again.
 * @param keyOrder the order for new keys: each is inserted after the last key that precedes it here. Keys that are not
 *   listed come first.
 * @returns the new text, or why the file cannot be edited this way. The result has been parsed again, and contains the
 *   old values, the additions and nothing else.
 */
export function editYaml(
  text: string,
  edits: readonly YamlEdit[],
  keyOrder: readonly string[] = [],
): { readonly text: string } | { readonly reason: string } {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: false });
  if (document.errors.length > 0 || !isCollection(document.contents))
    return { reason: 'it is not valid YAML' };
  const before: unknown = document.toJS();
  const after: unknown = structuredClone(before);
  const wanted: Wanted[] = [];
  for (const edit of edits) {
    const reason = apply(after, before, edit, wanted);
    if (reason !== undefined) return { reason };
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const insertions: Insertion[] = [];
  for (const one of wanted) {
    const insertion = insertionFor(document, text, one, after, keyOrder, eol);
    if (insertion === undefined) return { reason: `there is no place for /${one.at.join('/')}` };
    insertions.push(insertion);
  }
  const result = insert(text, insertions, eol);
  const read = parseDocument(result, { version: '1.2', uniqueKeys: false });
  if (read.errors.length > 0 || !sameValue(read.toJS(), after)) {
    return { reason: 'its layout does not allow the edit' };
  }
  return { text: result };
}

/** An insertion: new items of a list, or a new key. */
type Wanted =
  | { readonly kind: 'items'; readonly at: Pointer; readonly values: YamlValue[] }
  | { readonly kind: 'key'; readonly at: Pointer };

function apply(after: unknown, before: unknown, edit: YamlEdit, wanted: Wanted[]): string | undefined {
  const pointer = 'list' in edit ? edit.list : edit.key;
  const shown = (length: number): string => `/${pointer.slice(0, length).join('/')}`;
  let node = after;
  for (const [i, step] of pointer.entries()) {
    if (typeof node !== 'object' || node === null) return `${shown(i)} is not a list or a mapping`;
    const inner = node as Record<string | number, unknown>;
    const last = i === pointer.length - 1;
    if (last && 'key' in edit) {
      if (Array.isArray(node) || Object.hasOwn(inner, step)) return `${shown(i + 1)} already exists`;
      inner[step] = edit.value;
    } else if (!Object.hasOwn(inner, step)) {
      if (Array.isArray(node)) return `${shown(i + 1)} does not exist`;
      inner[step] = last ? [] : {};
    }
    node = inner[step];
  }
  if ('list' in edit) {
    if (!Array.isArray(node)) return `${shown(pointer.length)} is not a list`;
    if (typeof edit.append === 'string' && node.includes(edit.append)) return undefined;
    node.push(edit.append);
  }
  const missing = firstMissing(before, pointer);
  if (missing !== undefined) {
    const key = pointer.slice(0, missing + 1);
    if (!wanted.some((one) => one.kind === 'key' && samePointer(one.at, key))) {
      wanted.push({ kind: 'key', at: key });
    }
  } else if ('list' in edit) {
    const same = wanted.find((one) => one.kind === 'items' && samePointer(one.at, pointer));
    if (same?.kind === 'items') same.values.push(edit.append);
    else wanted.push({ kind: 'items', at: pointer, values: [edit.append] });
  }
  return undefined;
}

function firstMissing(before: unknown, pointer: Pointer): number | undefined {
  for (let i = 0; i < pointer.length; i++) {
    if (at(before, pointer.slice(0, i + 1)) === undefined) return i;
  }
  return undefined;
}

function at(value: unknown, pointer: Pointer): unknown {
  let node = value;
  for (const step of pointer) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

const samePointer = (a: Pointer, b: Pointer): boolean =>
  a.length === b.length && a.every((step, i) => step === b[i]);

/** Sorts before every key, including those without a defined order. */
const ITEMS = -2;

interface Insertion {
  readonly offset: number;
  readonly text: string;
  /** Whether whole lines are inserted before the line of the offset, or a piece of text at the offset. */
  readonly lines: boolean;
  /** The indentation. Deeper insertions at the same offset come first: they belong to the value before it. */
  readonly column: number;
  /** The order of insertions at the same offset: items of a list first, then keys. */
  readonly rank: number;
}

function insertionFor(
  document: Document.Parsed,
  text: string,
  wanted: Wanted,
  after: unknown,
  keyOrder: readonly string[],
  eol: string,
): Insertion | undefined {
  if (wanted.kind === 'items') {
    const list = nodeAt(document, wanted.at);
    if (!isSeq(list)) return undefined;
    if (list.flow) return flowInsertion(list, flow(wanted.values));
    return blockInsertion(text, list, list.items.at(-1) as Node, block(wanted.values), ITEMS, eol);
  }
  const key = wanted.at.at(-1);
  const parent = nodeAt(document, wanted.at.slice(0, -1));
  if (!isMap(parent) || typeof key !== 'string') return undefined;
  const added = { [key]: at(after, wanted.at) as YamlValue };
  if (parent.flow) return flowInsertion(parent, flow(added));
  const rankOf = (name: unknown): number => keyOrder.indexOf(String(isScalar(name) ? name.value : name));
  const rank = keyOrder.indexOf(key);
  const behind = parent.items.findLast((pair) => rank === -1 || rankOf(pair.key) < rank);
  const lines = block(added);
  // A key can only be inserted first if the first key has a line of its own and does not follow a hyphen.
  const first = behind === undefined ? firstLine(text, parent) : undefined;
  if (first !== undefined) return { ...first, text: indented(lines, first.column, eol), lines: true, rank };
  return blockInsertion(text, parent, behind ?? (parent.items.at(-1) as Pair), lines, rank, eol);
}

function flowInsertion(collection: YAMLMap | YAMLSeq, written: string): Insertion | undefined {
  const piece = written.slice(1, -1).trim();
  const last = collection.items.at(-1) as Node | Pair | undefined;
  const close = collection.range?.[1];
  if (close === undefined) return undefined;
  const end = last === undefined ? close - 1 : endOf(last);
  if (end === undefined) return undefined;
  return { offset: end, text: last === undefined ? piece : `, ${piece}`, lines: false, column: 0, rank: 0 };
}

function blockInsertion(
  text: string,
  collection: YAMLMap | YAMLSeq,
  behind: Node | Pair,
  lines: readonly string[],
  rank: number,
  eol: string,
): Insertion | undefined {
  const start = collection.range?.[0];
  let end = endOf(behind);
  if (start === undefined || end === undefined) return undefined;
  const column = start - lineStart(text, start);
  // A block scalar includes the blank lines after it.
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  const line = text.indexOf('\n', end);
  const offset = line === -1 ? text.length : line + 1;
  return { offset, text: indented(lines, column, eol), lines: true, column, rank };
}

function firstLine(text: string, map: YAMLMap): { offset: number; column: number } | undefined {
  const start = map.range?.[0];
  if (start === undefined) return undefined;
  const offset = lineStart(text, start);
  return text.slice(offset, start).trim() === '' ? { offset, column: start - offset } : undefined;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const indented = (lines: readonly string[], column: number, eol: string): string =>
  lines.map((line) => (line === '' ? eol : `${' '.repeat(column)}${line}${eol}`)).join('');

function nodeAt(document: Document.Parsed, pointer: Pointer): unknown {
  return pointer.length === 0 ? document.contents : document.getIn(pointer, true);
}

/** The end of the value of a node, without the comments after it. */
function endOf(node: Node | Pair): number | undefined {
  if (isPair(node)) return endOf((node.value ?? node.key) as Node);
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1) as Node | Pair | undefined;
    if (last !== undefined) return endOf(last);
  }
  return node.range?.[1];
}

function insert(text: string, insertions: readonly Insertion[], eol: string): string {
  const sorted = insertions
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => a.offset - b.offset || b.column - a.column || a.rank - b.rank || a.i - b.i);
  let result = '';
  let done = 0;
  for (const { offset, text: piece, lines } of sorted) {
    result += text.slice(done, offset);
    if (lines && result !== '' && !result.endsWith('\n')) result += eol;
    result += piece;
    done = offset;
  }
  return result + text.slice(done);
}

const WIDTH = 100;

function block(value: YamlValue): string[] {
  const document = new Document(value);
  // In the style of a spec: long prose is folded, and a short list of ids is on one line.
  visit(document, {
    Seq(key, node) {
      const ids = node.items.every((item) => isScalar(item) && /^[\w.-]{1,60}$/.test(String(item.value)));
      if (key !== null && ids && node.items.length < 4) node.flow = true;
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.length > WIDTH - 20 && !node.value.includes('\n')) {
        node.type = Scalar.BLOCK_FOLDED;
      }
    },
  });
  return stringify(document, { lineWidth: WIDTH, singleQuote: true, flowCollectionPadding: false })
    .trimEnd()
    .split('\n');
}

const flow = (value: YamlValue): string =>
  stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    singleQuote: true,
  }).trim();

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
