import type { TextForm } from '../forms/form.ts';
import { readValue } from '../notation/inspected-value.ts';
import type { Beside } from '../notation/log-direction.ts';
import { COPY_WHOLE } from '../notation/parse-problem.ts';
import { ORPHAN, XmlLikeReader } from '../notation/xml-like.ts';
import { closeTorn, isInTorn, tear } from './close-torn.ts';
import { eventOf } from './printed-event.ts';
import { BROKEN_OFF, collect, isPartOfNode, NOTHING_TO_CLOSE, readTextOfRecord } from './read-records.ts';
import {
  add,
  BROKEN,
  besideBefore,
  besideBehind,
  cover,
  directionBy,
  elementForm,
  type Found,
  type Scan,
  textBefore,
  textBehind,
} from './scan.ts';

const ANY_START = /<(?=\/?[\p{L}_:]|$)|[{[]/u;
const ESCAPED_NODE = /^\{\s{0,40}\\+["'](?:tag|attrs|content)\\+["']/;

/** Looks at each place of a text where a stanza may begin, and reads on behind it. */
export function findStanzas(scan: Scan): void {
  const { named } = scan.forms;
  if (named?.reads === 'bytes') return;
  const own = (named === undefined ? scan.forms.all : [named])
    .filter((form) => form.reads === 'text')
    .map((form) => ({ form, begins: new RegExp(form.starts.source, 'uy') }));
  const starts = [...own.map(({ form }) => form.starts), named === undefined ? ANY_START : named.starts];
  const pattern = new RegExp(starts.map(({ source }) => source).join('|'), 'gu');
  const xml = new XmlLikeReader(scan.text, false, scan.problems);
  for (let match = pattern.exec(scan.text); match !== null; match = pattern.exec(scan.text)) {
    if (scan.most !== undefined) return;
    const start = match.index;
    const end =
      match[0] === '<'
        ? readElement(scan, xml, start)
        : (readOwn(scan, own, start) ?? (match[0].length > 1 ? start : readBrackets(scan, start)));
    pattern.lastIndex = Math.max(end, start + 1);
  }
}

/** A form with the pattern that tells whether a stanza of it begins at a place. */
interface OwnForm {
  readonly form: TextForm;
  readonly begins: RegExp;
}

/** Reads a stanza of a form that has a grammar of its own. */
function readOwn(scan: Scan, forms: readonly OwnForm[], start: number): number | undefined {
  for (const { form, begins } of forms) {
    begins.lastIndex = start;
    if (!begins.test(scan.text)) continue;
    const problems = scan.problems.length;
    const read = form.read(scan.text, start, scan.problems);
    if (read === undefined) continue;
    const broken = scan.problems.length > problems || isInTorn(scan, start) ? BROKEN : {};
    const direction = directionBy(
      form,
      () => besideBefore(scan, start),
      () => besideBehind(scan, read.end),
    );
    add(scan, { stanza: { root: read.root, form: form.name, direction, ...broken }, start });
    cover(scan, start, read.end);
    return read.end;
  }
  return undefined;
}

function readElement(scan: Scan, xml: XmlLikeReader, start: number): number {
  if (scan.text[start + 1] === '/') {
    if (ORPHAN.test(scan.text.slice(start, start + 140))) {
      scan.problems.push({ offset: start, message: NOTHING_TO_CLOSE, hint: COPY_WHOLE });
      closeTorn(scan, /[^<>/\s]+/.exec(scan.text.slice(start, start + 140))?.[0] ?? '');
    }
    return start + 1;
  }
  const quoted = readQuoted(scan, start);
  if (quoted !== undefined) return quoted;
  const problems = scan.problems.length;
  const formAt = () => elementForm(scan.forms, textBefore(scan, start), undefined);
  const { roots, end, unfinished } = xml.read(start, () => formAt()?.entities === true);
  if (roots.length === 0) {
    if (unfinished) scan.problems.push({ offset: start, message: BROKEN_OFF, hint: COPY_WHOLE });
    return end;
  }
  const form = formAt();
  if (form === undefined) return end;
  const direction = directionBy(
    form,
    () => besideBefore(scan, start),
    () => besideBehind(scan, end),
  );
  const told = scan.problems.length > problems;
  const broken = told || isInTorn(scan, start, roots[0]?.node.tag) ? BROKEN : {};
  for (const { node, start: at } of roots) {
    add(scan, { stanza: { root: node, form: form.name, direction, ...broken }, start: at });
    if (told && node.cut) tear(scan, node.tag, start, end);
  }
  cover(scan, start, end);
  return end;
}

/** Reads an element that is the text of a string in quotes, as in a piece of a record. */
function readQuoted(scan: Scan, start: number): number | undefined {
  const quote = scan.text[start - 1];
  const { named } = scan.forms;
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  if (named?.reads === 'elements' && named.records === 'none') return undefined;
  const { value, end } = readValue(scan.text, start - 1);
  if (value.kind !== 'string' || !value.text.includes('>') || (value.cut && value.plain)) return undefined;
  const beside = (): Beside => {
    const before = besideBefore(scan, start);
    return { ...before, around: `${before.around}\n${textBehind(scan, end)}` };
  };
  if (!readTextOfRecord(scan, value, { beside, top: false })) return undefined;
  cover(scan, start, end);
  return end;
}

function readBrackets(scan: Scan, start: number): number {
  const { text, found, problems } = scan;
  // What no key begins with is no object; a text may hold millions of them.
  if (text[start] === '{' && '{[<>()=,;'.includes(text[start + 1] ?? ' ')) return 0;
  // A list, and not a name in brackets, as logs have many.
  if (text[start] === '[' && !/^\[\s{0,40}["'`{[]/.test(text.slice(start, start + 50))) return 0;
  const { value, end, stopped, ...notation } = readValue(text, start);
  const count = found.length;
  const told = problems.length;
  collect(scan, value, { beside: () => besideBefore(scan, start), top: true }, notation);
  const some = found.length > count;
  if (some && isInTorn(scan, start)) breakFrom(scan, count);
  if (stopped !== undefined) {
    if (some ? !found.slice(count).some(({ stanza }) => stanza.root.cut) : isPartOfNode(value)) {
      problems.push({
        offset: stopped.offset,
        message: `The record is not read to its end: ${stopped.reason}.`,
        hint: COPY_WHOLE,
      });
      breakFrom(scan, count);
      // Of a list the other items stand for themselves.
      if (value.kind === 'object') tear(scan, undefined, start, end);
    } else if (some) {
      if (value.kind === 'object') tear(scan, undefined, start, end);
    } else if (ESCAPED_NODE.test(text.slice(start, start + 80))) {
      problems.push({
        offset: start,
        message: 'A node begins here whose quotes are escaped; it was not read.',
        hint: 'Copy the whole record of the log, with the quotes around the node.',
      });
    }
  }
  if (!some && scan.events.length < 20) {
    const event = eventOf(value);
    if (event !== undefined) scan.events.push(event);
  }
  if (some || problems.length > told) cover(scan, start, end);
  return end;
}

function breakFrom({ found }: Scan, count: number): void {
  for (let i = count; i < found.length; i++) {
    const one = found[i] as Found;
    found[i] = { ...one, stanza: { ...one.stanza, ...BROKEN } };
  }
}
