import { type ReadValue, readValue, type StringValue, type Value } from '../notation/inspected-value.ts';
import { type Beside, textBeside } from '../notation/log-direction.ts';
import { COPY_WHOLE, type ProblemAt } from '../notation/parse-problem.ts';
import { stringPlaces } from '../notation/string-places.ts';
import { ORPHAN, XmlLikeReader, type XmlLikeRoot } from '../notation/xml-like.ts';
import { add, BESIDE, BROKEN, type Context, directionBy, elementForm, type Scan, valueForm } from './scan.ts';

export const NOTHING_TO_CLOSE = 'A tag closes an element here that was not opened, or was broken off before.';
export const BROKEN_OFF =
  'An element begins here, and the log breaks off before its first attribute or child.';
const UNREAD_NODE = { message: 'A node in this text is not read to its end.', hint: COPY_WHOLE };

/** How many fields of a record are asked for what they say of the stanza in it. */
const MOST_FIELDS = 50;
const NOTHING_BESIDE: Beside = { line: '', around: '', fields: [] };

/** How a value is printed: see {@link readValue}. */
type Notation = Pick<ReadValue, 'inspected' | 'dialect'>;

const lineBefore = (text: string, at: number): string => {
  const part = text.slice(Math.max(0, at - BESIDE), at);
  return part.slice(part.lastIndexOf('\n') + 1);
};

/** Whether a record only repeats the head of a node: Baileys does for what it acknowledges. */
const repeatsHead = (value: Value, before: string): boolean =>
  /\brecv["']?\s*:\s*$/.test(before) &&
  value.kind === 'object' &&
  !value.entries.some(({ key }) => key === 'content');

/** Finds the nodes in a value, and the texts of it that hold elements or nodes. */
export function collect(scan: Scan, value: Value, context: Context, notation: Notation): void {
  const before = (): string => lineBefore(scan.text, value.start);
  const known = valueForm(scan.forms, value, { top: context.top, before, ...notation });
  if (known !== undefined) {
    const problems = scan.problems.length;
    const node = known.form.node(value, scan.problems);
    const head = repeatsHead(value, before());
    const root = head ? { ...node, cut: true } : node;
    const broken = scan.problems.length > problems ? BROKEN : {};
    const direction = head ? 'incoming' : directionBy(known.form, context.beside);
    add(scan, { stanza: { root, form: known.name, direction, ...broken }, start: value.start });
    return;
  }
  if (value.kind === 'string') {
    readTextOfRecord(scan, value, context);
  } else if (value.kind === 'array') {
    for (const item of value.items) collect(scan, item, context, notation);
  } else if (value.kind === 'object') {
    const own = value.entries.slice(0, MOST_FIELDS).map(({ key, value: part }) => ({
      key,
      text: part.kind === 'string' && part.text.length < 200 ? part.text : '',
    }));
    for (const entry of value.entries) {
      const under = { key: '', text: entry.key.slice(0, 200) };
      const beside = (): Beside => {
        const outer = context.beside();
        return { ...outer, fields: [...outer.fields, ...own, under].slice(-4 * MOST_FIELDS) };
      };
      collect(scan, entry.value, { beside, top: false }, notation);
    }
  }
}

/** Reads the elements in a text of a record, and the nodes in it. Whether there are any, or a part of one. */
export function readTextOfRecord(scan: Scan, value: StringValue, context: Context): boolean {
  const nodes = readNodesIn(scan, value, context);
  if (!value.text.includes('<')) return nodes;
  const { named } = scan.forms;
  if (named !== undefined && (named.reads !== 'elements' || named.records === 'none')) return nodes;
  const problems: ProblemAt[] = [];
  const found = elementsIn(value, problems);
  const place = stringPlaces(scan.text, value);
  const beside = found.length === 0 ? NOTHING_BESIDE : context.beside();
  const record = textBeside(beside);
  for (const { node, start, before, broken } of found) {
    // A record may hold a whole line of another logger.
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const form = elementForm(scan.forms, line, record);
    if (form === undefined) continue;
    const direction = directionBy(
      form,
      () => ({ ...NOTHING_BESIDE, line }),
      () => beside,
    );
    const stanza = { root: node, form: form.name, direction, ...(broken ? BROKEN : {}) };
    add(scan, { stanza, start: place(start) });
  }
  const placeAgain = stringPlaces(scan.text, value);
  problems.sort((a, b) => a.offset - b.offset);
  for (const problem of problems) scan.problems.push({ ...problem, offset: placeAgain(problem.offset) });
  return nodes || found.length > 0 || problems.length > 0;
}

type ElementInText = XmlLikeRoot & { readonly before: string; readonly broken: boolean };

function elementsIn(value: StringValue, problems: ProblemAt[]): ElementInText[] {
  const found: ElementInText[] = [];
  const xml = new XmlLikeReader(value.text, true, problems);
  let last = 0;
  for (let at = value.text.indexOf('<'); at !== -1; at = value.text.indexOf('<', at)) {
    const count = problems.length;
    if (value.text[at + 1] === '/' && ORPHAN.test(value.text.slice(at, at + 140))) {
      problems.push({ offset: at, message: NOTHING_TO_CLOSE, hint: COPY_WHOLE });
    }
    const { roots, end, unfinished } = xml.read(at, () => false);
    const before = value.text.slice(Math.max(last, at - BESIDE), at);
    for (const root of roots) found.push({ ...root, before, broken: problems.length > count });
    if (roots.length > 0) last = end;
    // Half of a tag: of a text that breaks off, for whole ones may end in anything.
    if (roots.length === 0 && unfinished && value.cut) {
      problems.push({ offset: at, message: BROKEN_OFF, hint: COPY_WHOLE });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Reads the nodes that stand, printed as values are, in a text of a record. */
function readNodesIn(scan: Scan, value: StringValue, context: Context): boolean {
  const pattern = /\{\s{0,40}["']?(?:tag|attrs|content)["']?\s{0,40}:/g;
  let any = false;
  const place = stringPlaces(scan.text, value);
  for (let match = pattern.exec(value.text); match !== null; match = pattern.exec(value.text)) {
    const { index } = match;
    const read = readValue(value.text, index);
    pattern.lastIndex = Math.max(read.end, index + 1);
    const offset = place(index);
    const problems: ProblemAt[] = [];
    const before = (): string => lineBefore(value.text, index);
    const { inspected, dialect } = read;
    const known = valueForm(scan.forms, read.value, { top: false, inspected, dialect, before });
    if (known !== undefined) {
      const root = known.form.node(read.value, problems);
      const direction = directionBy(
        known.form,
        () => ({ ...NOTHING_BESIDE, line: before() }),
        context.beside,
      );
      if (read.stopped !== undefined && !root.cut) problems.push({ ...read.stopped, ...UNREAD_NODE });
      const broken = problems.length > 0 ? BROKEN : {};
      add(scan, { stanza: { root, form: known.name, direction, ...broken }, start: offset });
    } else if (isPartOfNode(read.value) && read.stopped !== undefined) {
      problems.push({ ...read.stopped, ...UNREAD_NODE });
    } else continue;
    any = true;
    for (const { message, hint } of problems) scan.problems.push({ offset, message, hint });
  }
  return any;
}

/** Whether something that breaks off is what is left of a node, or of a record of one. */
export function isPartOfNode(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(isPartOfNode);
  if (value.kind !== 'object') return false;
  return value.entries.some(({ key }) => key === 'tag' || key === 'attrs' || key === 'xml');
}
