import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import { repeatedNames } from '../../tree/repeated-names.ts';
import { isCutText, leftOut } from '../left-out.ts';
import type { ObjectEntry, Value } from '../values/value.ts';
import { isNode, unwrapped } from './is-node.ts';
import {
  addChild,
  checkString,
  checkText,
  isLeftOut,
  isNothing,
  type NodeReading,
  reportElided,
} from './node-reading.ts';
import { printedAccount } from './printed-account.ts';

/** A word that is a value of its own. Others are names of what a console did not expand. */
const IS_VALUE = /^(?:-?[\d.][\w.+-]*|true|false|NaN|Infinity|-Infinity)$/;

/**
 * Reads the attributes of a node from an object or a list of pairs.
 * @param cutNames the attributes that are marked as cut
 */
export function readAttributes(given: Value, cutNames: ReadonlySet<string>, reading: NodeReading): void {
  const { node, problems } = reading;
  const value = unwrapped(given);
  if (isNothing(value)) return;
  if (isLeftOut(value)) {
    node.cut = true;
    return;
  }
  if (value.kind === 'elided') {
    node.cut = true;
    reportElided(value, problems);
    return;
  }
  const entries = value.kind === 'object' ? value.entries : pairsOf(value);
  if (entries === undefined) {
    problems.push(problemAt(value.start, 'node/unread-attributes'));
    return;
  }
  if ('cut' in value && value.cut) node.cut = true;
  const isRepeated = repeatedNames();
  for (const { key: name, start, value: one } of entries) {
    if (leftOut(name) !== undefined) {
      node.cut = true;
      continue;
    }
    if (isRepeated(name)) problems.push(problemAt(start, 'node/duplicate-attribute'));
    checkText(name, 'name', start, problems);
    readAttribute(name, unwrapped(one), cutNames.has(name), reading);
  }
}

function readAttribute(name: string, value: Value, isCut: boolean, reading: NodeReading): void {
  const { node, problems } = reading;
  if (isNothing(value)) return;
  if (value.kind === 'string') {
    checkString(value, 'value', problems);
    node.attributes.push({ name, value: value.text, cut: value.cut || isCut || isCutText(value.text) });
  } else if (value.kind === 'word' && IS_VALUE.test(value.text)) {
    node.attributes.push({ name, value: value.text, cut: isCut });
  } else if (value.kind === 'array' && value.items.length > 0 && value.items.every(isNode)) {
    // Where the old web client has the nodes of a call.
    for (const item of value.items) addChild(item, reading);
    if (value.cut) node.cut = true;
  } else {
    const account = printedAccount(value);
    const cut = account === undefined || isCut || /…|\.{3}/.test(account);
    node.attributes.push({ name, value: account ?? '', cut });
    // What the log breaks off in is only cut.
    if (account === undefined && 'cut' in value && value.cut) node.cut = true;
    else if (account === undefined) reportUnread(value, problems);
    else checkText(account, 'value', value.start, problems);
  }
}

function reportUnread(value: Value, problems: ProblemAt[]): void {
  if (value.kind === 'elided') reportElided(value, problems);
  else if (value.kind === 'word') problems.push(problemAt(value.start, 'node/computed'));
  else problems.push(problemAt(value.start, 'node/unread-value'));
}

/** The entries of a list of pairs. */
function pairsOf(value: Value): ObjectEntry[] | undefined {
  if (value.kind !== 'array') return undefined;
  const entries: ObjectEntry[] = [];
  for (const [index, pair] of value.items.entries()) {
    const [key, part, more] = pair.kind === 'call' || pair.kind === 'array' ? pair.items : [];
    const name = key === undefined ? undefined : unwrapped(key);
    const isLast = value.cut && index === value.items.length - 1;
    // The log breaks off before the value of the last pair.
    if (isLast && part === undefined) break;
    if (name?.kind !== 'string' || part === undefined || more !== undefined) return undefined;
    entries.push({ key: name.text, start: pair.start, value: part });
  }
  return entries;
}
