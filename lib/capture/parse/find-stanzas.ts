import type { TextForm } from '../forms/form.ts';
import { CLOSING_TAG } from '../notation/closing-tag.ts';
import type { Beside } from '../notation/log-direction.ts';
import { openEndOfValue } from '../notation/nodes/open-end-of-value.ts';
import { isAtEnd } from '../notation/open-end.ts';
import { readValue } from '../notation/values/read-value.ts';
import { XmlLikeReader } from '../notation/xml-like/xml-like-reader.ts';
import { elementForm, type FormsInUse } from './forms-in-use.ts';
import { BROKEN, type ParseReport } from './parse-report.ts';
import { eventOf } from './printed-event.ts';
import { readRecord } from './read-record.ts';
import { isPartOfNode, readTextOfRecord } from './read-text-of-record.ts';
import { besideBefore, besideBehind, directionBy, textBefore, textBehind } from './text-before.ts';

const ANY_START = /<(?=\/?[\p{L}_:]|$)|[{[]/u;
const ESCAPED_NODE = /^\{\s{0,40}\\+["'](?:tag|attrs|content)\\+["']/;
/** How much of the text a closing tag and the tag's name may be. */
const MAX_CLOSING_TAG = 140;
/** No more events of clients are of any use. */
const MAX_EVENTS = 20;

/** Reads a stanza at each place of the text where one may begin, and goes on behind it. */
export function findStanzas(report: ParseReport, forms: FormsInUse): void {
  const { named } = forms;
  if (named?.reads === 'bytes') return;
  const own = (named === undefined ? forms.all : [named])
    .filter((form) => form.reads === 'text')
    .map((form) => ({ form, begins: new RegExp(form.starts.source, 'uy') }));
  const starts = [...own.map(({ form }) => form.starts), named === undefined ? ANY_START : named.starts];
  const pattern = new RegExp(starts.map(({ source }) => source).join('|'), 'gu');
  const xml = new XmlLikeReader(report.text, false, report.problems);
  for (let match = pattern.exec(report.text); match !== null; match = pattern.exec(report.text)) {
    if (report.limit !== undefined) return;
    const start = match.index;
    const end =
      match[0] === '<'
        ? readElement(report, forms, xml, start)
        : (readOwn(report, own, start) ?? (match[0].length > 1 ? start : readBrackets(report, forms, start)));
    pattern.lastIndex = Math.max(end, start + 1);
  }
}

/** A form with the pattern that tells whether a stanza of it begins at a place. */
interface OwnForm {
  readonly form: TextForm;
  readonly begins: RegExp;
}

/** Reads a stanza of a form that has a grammar of its own. */
function readOwn(report: ParseReport, forms: readonly OwnForm[], start: number): number | undefined {
  for (const { form, begins } of forms) {
    begins.lastIndex = start;
    if (!begins.test(report.text)) continue;
    const problems = report.problems.length;
    const read = form.read(report.text, start, report.problems);
    if (read === undefined) continue;
    const broken = report.problems.length > problems || report.isInTorn(start) ? BROKEN : {};
    const direction = directionBy(
      form,
      () => besideBefore(report, start),
      () => besideBehind(report, read.end),
    );
    report.stanza({ root: read.root, form: form.name, direction, ...broken }, start);
    report.endsIn(read.open);
    report.cover(start, read.end);
    return read.end;
  }
  return undefined;
}

function readElement(report: ParseReport, forms: FormsInUse, xml: XmlLikeReader, start: number): number {
  if (report.text[start + 1] === '/') {
    const near = report.text.slice(start, start + MAX_CLOSING_TAG);
    if (CLOSING_TAG.test(near)) {
      report.problem(start, 'xml/nothing-to-close');
      report.closeTorn(/[^<>/\s]+/.exec(near)?.[0] ?? '');
    }
    return start + 1;
  }
  const quoted = readQuoted(report, forms, start);
  if (quoted !== undefined) return quoted;
  const problems = report.problems.length;
  const formAt = () => elementForm(forms, textBefore(report, start), undefined);
  const { root, end, unfinished, open } = xml.read(start, () => formAt()?.entities === true);
  if (root === undefined) {
    if (unfinished) report.problem(start, 'xml/cut-start');
    return end;
  }
  const form = formAt();
  if (form === undefined) return end;
  const direction = directionBy(
    form,
    () => besideBefore(report, start),
    () => besideBehind(report, end),
  );
  const hasProblems = report.problems.length > problems;
  const broken = hasProblems || report.isInTorn(start, root.tag) ? BROKEN : {};
  report.stanza({ root, form: form.name, direction, ...broken }, start);
  report.endsIn(open);
  if (hasProblems && root.cut) report.tear(root.tag, start, end);
  report.cover(start, end);
  return end;
}

/** Reads an element that is the text of a string in quotes, as in a piece of a record. */
function readQuoted(report: ParseReport, forms: FormsInUse, start: number): number | undefined {
  const quote = report.text[start - 1];
  const { named } = forms;
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  if (named?.reads === 'elements' && named.records === 'none') return undefined;
  const { value, end } = readValue(report.text, start - 1);
  if (value.kind !== 'string' || !value.text.includes('>') || (value.cut && value.plain)) return undefined;
  const beside = (): Beside => {
    const before = besideBefore(report, start);
    return { ...before, around: `${before.around}\n${textBehind(report, end)}` };
  };
  if (!readTextOfRecord(report, forms, value, beside)) return undefined;
  report.cover(start, end);
  return end;
}

/** Reads a value in brackets: a node, or a record that holds stanzas. */
function readBrackets(report: ParseReport, forms: FormsInUse, start: number): number {
  const { text, problems } = report;
  // No key begins like this, so it is not an object. A text may contain millions of them.
  if (text[start] === '{' && '{[<>()=,;'.includes(text[start + 1] ?? ' ')) return 0;
  // Only a list, and not a name in brackets; logs have many of those.
  if (text[start] === '[' && !/^\[\s{0,40}["'`{[]/.test(text.slice(start, start + 50))) return 0;
  const { value, end, stopped, openKey, ...notation } = readValue(text, start);
  const first = report.count;
  const before = problems.length;
  readRecord(report, forms, value, { beside: () => besideBefore(report, start), top: true }, notation);
  const some = report.count > first;
  if (some && stopped !== undefined && isAtEnd(text, stopped.offset)) {
    report.endsIn(openEndOfValue({ value, openKey }) ?? report.openEnd);
  }
  if (some && report.isInTorn(start)) report.breakFrom(first);
  if (stopped !== undefined) {
    if (some ? report.isWholeFrom(first) : isPartOfNode(value)) {
      report.problem(stopped.offset, 'record/unread-rest', { why: stopped.reason });
      report.breakFrom(first);
      // The other items of a list are independent of it.
      if (value.kind === 'object') report.tear(undefined, start, end);
    } else if (some) {
      if (value.kind === 'object') report.tear(undefined, start, end);
    } else if (ESCAPED_NODE.test(text.slice(start, start + 80))) report.problem(start, 'node/escaped');
  }
  if (!some && report.events.length < MAX_EVENTS) {
    const event = eventOf(value);
    if (event !== undefined) report.events.push(event);
  }
  if (some || problems.length > before) report.cover(start, end);
  return end;
}
