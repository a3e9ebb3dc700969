import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import type { CapturedContent } from '../../tree/captured-node.ts';
import { isCutText, leftOut } from '../left-out.ts';
import type { Value } from '../values/value.ts';
import { isGoNode, isNode, isNodeObject, unwrapped } from './is-node.ts';
import {
  addChild,
  checkString,
  isLeftOut,
  isNothing,
  type NodeReading,
  reportElided,
} from './node-reading.ts';
import { plainContent } from './plain-content.ts';

/** Reads the content of a node: text, bytes, or nodes. */
export function readContent(given: Value, reading: NodeReading): void {
  const { node, problems } = reading;
  const value = unwrapped(given);
  if (isNothing(value)) return;
  if (isLeftOut(value)) {
    setLeftOut(value, node);
    return;
  }
  if (value.kind === 'elided' && (value.isCut === true || /\bArray\b(?!Buffer)|…/.test(value.name ?? ''))) {
    // The log breaks off in it, or it was not expanded: usually nodes.
    node.cut = true;
    reportElided(value, problems);
    return;
  }
  if (addPlain(value, reading)) {
    if (value.kind === 'elided') reportElided(value, problems);
    return;
  }
  if (isNodeObject(value) || isGoNode(value)) {
    addChild(value, reading);
    return;
  }
  if (value.kind !== 'array') {
    // What the log breaks off in may be anything.
    if (!('cut' in value && value.cut)) problems.push(problemAt(value.start, 'node/unread-content'));
    node.cut = true;
    return;
  }
  if (value.cut) node.cut = true;
  for (const one of value.items) readItem(unwrapped(one), reading);
}

function readItem(item: Value, reading: NodeReading): void {
  const { node, problems } = reading;
  if (isNode(item)) addChild(item, reading);
  else if (isLeftOut(item)) setLeftOut(item, node);
  else if (item.kind === 'elided') {
    node.cut = true;
    reportElided(item, problems);
  } else if (!addPlain(item, reading)) {
    // A node that breaks off before its tag, or no node at all.
    node.cut = true;
    if (!('cut' in item && item.cut)) problems.push(problemAt(item.start, 'node/not-a-node'));
  }
}

/** Takes text or bytes as the content; false if the value is neither. */
function addPlain(value: Value, { node, problems, notation }: NodeReading): boolean {
  const content = plainContent(value, notation);
  if (content === undefined) return false;
  if (value.kind === 'string') checkString(value, 'text', problems);
  setContent(content, value, node, problems);
  return true;
}

/** Marks the content of a node as left out: bytes if the log gives their number, else anything. */
function setLeftOut(value: Value, node: NodeReading['node']): void {
  const size = value.kind === 'string' ? leftOut(value.text)?.size : undefined;
  if (size === undefined || node.content !== undefined) node.cut = true;
  else node.content = { kind: 'cut', size };
}

function setContent(
  content: CapturedContent,
  value: Value,
  node: NodeReading['node'],
  problems: ProblemAt[],
): void {
  // A text that ends in dots was shortened by a program.
  if (content.kind === 'text' && isCutText(content.text)) {
    node.content ??= { kind: 'cut', size: undefined };
    return;
  }
  if (node.content === undefined) node.content = content;
  else problems.push(problemAt(value.start, 'node/second-content'));
  if ('cut' in value && value.cut && content.kind !== 'cut') node.cut = true;
}
