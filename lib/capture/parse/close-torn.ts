import { isLogLine } from '../input/is-log-line.ts';
import { COPY_WHOLE } from '../notation/parse-problem.ts';
import { BROKEN, type Found, type Scan, type Torn } from './scan.ts';

/** How many are remembered, and how much of a line, and of the lines between: a log may hold very many. */
const MOST = 8;
const LINE = 200;
const BETWEEN = 4000;

const IN_TORN = {
  message: 'This is a part of a stanza that breaks off above, and no stanza of its own.',
  hint: COPY_WHOLE,
} as const;

/** Remembers a stanza that was told to break off. */
export function tear(scan: Scan, tag: string | undefined, start: number, end: number): void {
  if (scan.torn.length === MOST) scan.torn.shift();
  scan.torn.push({ tag, start, end, found: scan.found.length, passed: false });
}

/**
 * Whether, and then says that, what begins at an offset is a part of a stanza that broke off before: its line begins like that one's,
 * and is indented more. A stanza that is not ends those that begin as it does.
 * @param tag of the element that begins there, if it is one
 */
export function isInTorn({ text, torn, problems }: Scan, start: number, tag?: string): boolean {
  if (torn.length === 0) return false;
  const line = lineTo(text, start);
  for (let i = torn.length - 1; i >= 0; i--) {
    const one = torn[i] as Torn;
    if (start - one.end > BETWEEN || entryBetween(text, one.end, start)) torn.splice(i, 1);
    else if (!one.passed && isIndented(line, lineTo(text, one.start))) {
      problems.push({ offset: start, ...IN_TORN });
      return true;
    } else if (line === lineTo(text, one.start)) {
      if (tag === one.tag) torn.splice(i, 1);
      else torn[i] = { ...one, passed: true };
    }
  }
  return false;
}

/** Marks what was found since a stanza broke off as broken, where a tag that closes it stands. */
export function closeTorn({ torn, found }: Scan, tag: string): void {
  const index = torn.findLastIndex((one) => one.tag === tag);
  if (index === -1) return;
  for (let i = (torn[index] as Torn).found; i < found.length; i++) {
    const one = found[i] as Found;
    found[i] = { ...one, stanza: { ...one.stanza, ...BROKEN } };
  }
  torn.length = index;
}

/** What stands before an offset in its line. */
function lineTo(text: string, at: number): string {
  const part = text.slice(Math.max(0, at - LINE), at);
  return part.slice(part.lastIndexOf('\n') + 1);
}

function entryBetween(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    if (isLogLine(text, at + 1)) return true;
  }
  return false;
}

function isIndented(line: string, torn: string): boolean {
  let same = 0;
  while (same < line.length && line[same] === torn[same]) same++;
  while (same > 0 && isBlank(line[same - 1])) same--;
  return blanksAt(line, same) > blanksAt(torn, same);
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function blanksAt(line: string, at: number): number {
  let end = at;
  while (isBlank(line[end])) end++;
  return end - at;
}
