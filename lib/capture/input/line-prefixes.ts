import { isLogLine } from './is-log-line.ts';

/** A range of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Prefix {
  readonly pattern: RegExp;
  /** The first character, if it is always the same; otherwise it is none of {@link NEVER_FIRST}. */
  readonly first: string | undefined;
}

// Prefixes of mail, diff and docker compose.
const PREFIXES: readonly Prefix[] = [
  { pattern: /(?:>(?: |(?=[\t<>\r\n]|$))){1,50}/y, first: '>' },
  { pattern: /\|(?: |(?=[\t<>\r\n]|$))/y, first: '|' },
  { pattern: /\+(?!\+)/y, first: '+' },
  { pattern: /[\w./-]{1,60}[ \t]{0,60}\|(?: |(?=[\r\n]|$))/y, first: undefined },
];
/** Begins no name and no number, but most lines inside a stanza. */
const NEVER_FIRST: ReadonlySet<string | undefined> = new Set([
  ' ',
  '\t',
  '<',
  '>',
  '{',
  '}',
  '"',
  "'",
  '|',
  ':',
  '\n',
  '\r',
]);
// Prefixes of `grep -n`, with or without a file name.
const NUMBERED: Prefix = { pattern: /(?:[^\s:<>{}"'|]{1,200}[:-])?(\d{1,9})[:-]/y, first: undefined };

// Prefixes of `cat -n`, `nl`, `less -N` and `bat`: right-aligned numbers.
const FLUSH_RIGHT: Prefix = {
  pattern: /[ \t]{0,12}(\d{1,9})(?:\t|[ \t]{0,4}[|│:-][ \t]?|[ \t]|(?=\r?$))/my,
  first: undefined,
};

/** The lines of a text, without line breaks. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/**
 * Finds prefixes that consecutive lines have in common: quotation and diff markers, service names, line numbers. A
 * prefix of a single line is kept, as is one of lines that do not look like part of a stanza.
 */
export function linePrefixes(text: string, lines: readonly Span[]): Span[] {
  const found = new Map<number, Span>();
  for (const prefix of [...PREFIXES, NUMBERED, FLUSH_RIGHT]) {
    for (const run of runsOf(prefix, text, lines)) {
      for (const span of run) if (!found.has(span.start)) found.set(span.start, span);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const mayBeNumber = (code: number): boolean => code === 32 || code === 9 || (code >= 48 && code <= 57);

/** Runs of consecutive lines whose prefixes match a pattern. */
function runsOf(prefix: Prefix, text: string, lines: readonly Span[]): Span[][] {
  const { pattern, first } = prefix;
  const numbered = prefix === NUMBERED || prefix === FLUSH_RIGHT;
  const runs: Span[][] = [];
  let run: Span[] = [];
  let number = 0;
  // Timestamps may count up as line numbers do, but no line inside a stanza begins with one.
  let plain = false;
  let stanza = false;
  // Some logs mark sent stanzas by >> or >>>; a quoted stanza has indented lines or closing tags.
  let arrows = true;
  const finish = (): void => {
    if (run.length > 1 && stanza && plain && !arrows) runs.push(run);
    run = [];
    arrows = true;
    plain = !numbered;
    stanza = false;
  };
  finish();
  for (const { start, end } of lines) {
    const begins = text[start];
    if (prefix === FLUSH_RIGHT) {
      // `nl` does not number blank lines.
      if (run.length > 0 && text.slice(start, Math.min(end, start + 40)).trim() === '') continue;
      if (!mayBeNumber(text.charCodeAt(start))) {
        if (run.length > 0) finish();
        continue;
      }
    } else if (first === undefined ? NEVER_FIRST.has(begins) : begins !== first) {
      if (run.length > 0) finish();
      continue;
    }
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const length = match?.[0].length ?? 0;
    if (match === null || start + length > end) {
      finish();
      continue;
    }
    if (numbered) {
      const next = Number(match[1]);
      if (next !== number + 1) finish();
      number = next;
      plain ||= !isLogLine(text, start);
    }
    arrows &&=
      first === '>' &&
      /^>{2,3} ?$/.test(match[0]) &&
      /^(?!<\/)\S/.test(text.slice(start + length, start + length + 3));
    stanza ||= /<\/?[A-Za-z_]|[{[]/.test(text.slice(start + length, Math.min(end, start + 2000)));
    run.push({ start, end: start + length });
  }
  finish();
  return runs;
}
