import { CLOSING_TAG } from '../notation/closing-tag.ts';
import { type Beside, textBeside } from '../notation/log-direction.ts';
import { openEndOfValue } from '../notation/nodes/open-end-of-value.ts';
import { isAtEnd, type OpenEnd } from '../notation/open-end.ts';
import { readValue } from '../notation/values/read-value.ts';
import { stringPlaces } from '../notation/values/string-places.ts';
import type { StringValue, Value } from '../notation/values/value.ts';
import { XmlLikeReader } from '../notation/xml-like/xml-like-reader.ts';
import { type ProblemAt, problemAt } from '../problems/parse-problem.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { elementForm, type FormsInUse, valueForm } from './forms-in-use.ts';
import { BROKEN, type ParseReport } from './parse-report.ts';
import { BESIDE, directionBy, lineBefore, NOTHING_BESIDE } from './text-before.ts';

/**
 * Reads the elements and the nodes in a text of a record.
 * @param beside what is beside the text
 * @returns whether there are any, or a part of one
 */
export function readTextOfRecord(
  report: ParseReport,
  forms: FormsInUse,
  value: StringValue,
  beside: () => Beside,
): boolean {
  const nodes = readNodes(report, forms, value, beside);
  if (!value.text.includes('<')) return nodes;
  const { named } = forms;
  if (named !== undefined && (named.reads !== 'elements' || named.records === 'none')) return nodes;
  return readElements(report, forms, value, beside) || nodes;
}

function readElements(
  report: ParseReport,
  forms: FormsInUse,
  value: StringValue,
  besideText: () => Beside,
): boolean {
  const problems: ProblemAt[] = [];
  const found = elementsIn(value, problems);
  const place = stringPlaces(report.text, value);
  const beside = found.length === 0 ? NOTHING_BESIDE : besideText();
  const record = textBeside(beside);
  let last: OpenEnd | undefined;
  for (const { root, start, before, broken, open } of found) {
    // A record may contain a complete line of another logger.
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const form = elementForm(forms, line, record);
    if (form === undefined) continue;
    const direction = directionBy(
      form,
      () => ({ ...NOTHING_BESIDE, line }),
      () => beside,
    );
    report.stanza({ root, form: form.name, direction, ...(broken ? BROKEN : {}) }, place(start));
    last = open;
  }
  if (last !== undefined && isLogEnd(report, value)) report.endsIn(last);
  const placeAgain = stringPlaces(report.text, value);
  problems.sort((a, b) => a.offset - b.offset);
  for (const problem of problems) report.problems.push({ ...problem, offset: placeAgain(problem.offset) });
  return found.length > 0 || problems.length > 0;
}

interface ElementInText {
  readonly root: CapturedNode;
  readonly start: number;
  readonly before: string;
  readonly broken: boolean;
  readonly open: OpenEnd | undefined;
}

/** Whether the log ends inside a text. */
const isLogEnd = ({ text }: ParseReport, { cut, end }: StringValue): boolean => cut && isAtEnd(text, end);

function elementsIn(value: StringValue, problems: ProblemAt[]): ElementInText[] {
  const found: ElementInText[] = [];
  const xml = new XmlLikeReader(value.text, true, problems);
  let last = 0;
  for (let at = value.text.indexOf('<'); at !== -1; at = value.text.indexOf('<', at)) {
    const count = problems.length;
    if (value.text[at + 1] === '/' && CLOSING_TAG.test(value.text.slice(at, at + 140))) {
      problems.push(problemAt(at, 'xml/nothing-to-close'));
    }
    const { root, end, unfinished, open } = xml.read(at, () => false);
    const before = value.text.slice(Math.max(last, at - BESIDE), at);
    if (root !== undefined) {
      found.push({ root, start: at, before, broken: problems.length > count, open });
      last = end;
    } else if (unfinished && value.cut) {
      // Half of a tag counts only in a text that is cut off; a complete text may end in anything.
      problems.push(problemAt(at, 'xml/cut-start'));
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Reads the nodes that a text holds in the notation of values. */
function readNodes(
  report: ParseReport,
  forms: FormsInUse,
  value: StringValue,
  beside: () => Beside,
): boolean {
  const pattern = /\{\s{0,40}["']?(?:tag|attrs|content)["']?\s{0,40}:/g;
  let any = false;
  const place = stringPlaces(report.text, value);
  for (let match = pattern.exec(value.text); match !== null; match = pattern.exec(value.text)) {
    const { index } = match;
    const read = readValue(value.text, index);
    pattern.lastIndex = Math.max(read.end, index + 1);
    const offset = place(index);
    const problems: ProblemAt[] = [];
    const before = (): string => lineBefore(value.text, index);
    const { inspected, dialect, stopped } = read;
    const known = valueForm(forms, read.value, { top: false, inspected, dialect, before });
    if (known !== undefined) {
      const root = known.form.node(read.value, problems);
      const direction = directionBy(known.form, () => ({ ...NOTHING_BESIDE, line: before() }), beside);
      if (stopped !== undefined && !root.cut) problems.push(problemAt(stopped.offset, 'node/unread-rest'));
      const broken = problems.length > 0 ? BROKEN : {};
      report.stanza({ root, form: known.name, direction, ...broken }, offset);
      if (stopped !== undefined && isAtEnd(value.text, stopped.offset) && isLogEnd(report, value)) {
        report.endsIn(openEndOfValue(read));
      }
    } else if (isPartOfNode(read.value) && stopped !== undefined) {
      problems.push(problemAt(stopped.offset, 'node/unread-rest'));
    } else continue;
    any = true;
    for (const problem of problems) report.problems.push({ ...problem, offset });
  }
  return any;
}

/** Whether a value that breaks off is the rest of a node, or of a record of one. */
export function isPartOfNode(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(isPartOfNode);
  if (value.kind !== 'object') return false;
  return value.entries.some(({ key }) => key === 'tag' || key === 'attrs' || key === 'xml');
}
