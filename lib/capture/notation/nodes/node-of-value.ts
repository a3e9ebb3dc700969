import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import type { CapturedAttribute, CapturedContent, CapturedNode } from '../../tree/captured-node.ts';
import { leftOut } from '../left-out.ts';
import type { Value } from '../values/value.ts';
import { type ArrayValue, isNodeArray, unwrapped } from './is-node.ts';
import { checkString, type NodeNotation, type NodeReading } from './node-reading.ts';
import { readAttributes } from './read-attributes.ts';
import { readContent } from './read-content.ts';

/**
 * Makes a node of a value.
 * @param value one for which `isNodeObject`, `isGoNode` or `isNodeArray` holds
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
  const reading: NodeReading = { node, problems, notation, depth, readNode: nodeOfValue };
  if (parts.attributes !== undefined) readAttributes(parts.attributes, parts.cutAttributes, reading);
  if (parts.content !== undefined) readContent(parts.content, reading);
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

const NODE_KEYS: ReadonlySet<string> = new Set(['tag', 'attrs', 'content']);
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
    else if (leftOut(key) !== undefined) cut = true;
    // The two keys that print-json.ts adds.
    else if (key === 'cut' && part.kind === 'word') cut ||= part.text === 'true';
    else if (key === 'cutAttrs' && part.kind === 'array') {
      cutAttributes = new Set(part.items.map((item) => (item.kind === 'string' ? item.text : '')));
    } else problems.push(problemAt(start, NODE_KEYS.has(key) ? 'node/duplicate-key' : 'node/unknown-key'));
  }
  const text = tag === undefined ? undefined : unwrapped(tag);
  if (text?.kind !== 'string') return { tag: '', attributes, content, cut, cutAttributes };
  checkString(text, 'name', problems);
  return { tag: text.text, attributes, content, cut, cutAttributes };
}
