import { pluralized } from '../text/counted.ts';
import { lineCounter } from './line-counter.ts';

/** An error of the parser: its code, message and offset. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

/** A mistake in terms of its author, at the position to fix. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly reason: string;
  readonly hint: string;
}

/** Errors about how lines belong together, which are often consequences of an earlier mistake. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'KEY_OVER_1024_CHARS',
  'MISSING_CHAR',
  'BAD_INDENT',
  'BAD_SCALAR_START',
  'BLOCK_IN_FLOW',
  'UNEXPECTED_TOKEN',
]);

const QUOTE = 'Put the text in quotes, or after >- on lines of its own.';
const GENERAL = 'Check the indentation, the colons and the quotes here and in the line above.';

/**
 * Translates what the parser could not read into what the author did: a tab, a text that needs quotes, a line with the
 * wrong indentation. Errors that only follow from an earlier mistake are dropped.
 * @param errors in any order
 * @returns the problems by position
 */
export function explainSyntax(text: string, errors: readonly ParserError[]): SyntaxProblem[] {
  const lines = linesOf(text);
  const position = lineCounter(text);
  const lineAt = (offset: number): number => position(offset).line - 1;
  const sorted = [...errors].sort((a, b) => a.offset - b.offset);
  const tab = sorted.find(({ code, offset }) => {
    const line = lines[lineAt(offset)];
    return code === 'TAB_AS_INDENT' || (STRUCTURE.has(code) && line !== undefined && isTabbed(line));
  });
  const tabLine = tab === undefined ? lines.length : lineAt(tab.offset);
  const problems: SyntaxProblem[] = [];
  // The line of the last mistake that others may follow from, and whether it was about how lines belong together.
  let last = { line: -2, indent: false };
  let looked = -1;
  for (const { code, message, offset } of sorted) {
    const at = lineAt(offset);
    if (at >= tabLine) break;
    const plain = { offset, reason: inPlainWords(message), hint: GENERAL };
    if (!STRUCTURE.has(code)) {
      problems.push(plain);
      continue;
    }
    if (at === looked) continue;
    looked = at;
    const quote = textProblem(lines, at, code, offset);
    if (quote !== undefined) {
      const line = lineAt(quote.offset);
      if (line !== last.line) problems.push(quote);
      last = { line, indent: last.indent };
    } else if (!last.indent && at > last.line + 1) {
      problems.push(indentProblem(lines, at) ?? plain);
      last = { line: at, indent: true };
    }
  }
  if (tab !== undefined) problems.push(tabProblem(lines, tabLine));
  return problems.sort((a, b) => a.offset - b.offset);
}

function inPlainWords(message: string): string {
  if (/^Missing closing .quote/.test(message)) return 'a text that begins with a quote is not closed';
  const [, kind] = /^Flow (sequence|map) .* end with a [\]}]$/.exec(message) ?? [];
  if (kind === undefined) return message;
  return kind === 'map'
    ? 'a mapping that begins with { is not closed'
    : 'a list that begins with [ is not closed';
}

/** The maximum length of a line that is examined. */
const MAX_LINE = 2000;

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((raw) => {
    const line = { start, text: raw.slice(0, MAX_LINE).trimEnd() };
    start += raw.length + 1;
    return line;
  });
}

/**
 * The first tab in an indentation. After one, the parser reads each line as part of the one above, so that an ordinary
 * file looks deeply nested.
 */
export function tabInIndentation(text: string): SyntaxProblem | undefined {
  const lines = linesOf(text);
  const at = lines.findIndex(isTabbed);
  return at === -1 ? undefined : tabProblem(lines, at);
}

const isTabbed = ({ text }: Line): boolean => /^ *\t/.test(text);

function tabProblem(lines: readonly Line[], at: number): SyntaxProblem {
  const line = lines[at] ?? { start: 0, text: '' };
  const more = lines.slice(at + 1).filter(isTabbed).length;
  const others = more === 0 ? '' : `, and ${more} more ${pluralized(more, 'line is', 'lines are')}`;
  return {
    offset: line.start + Math.max(0, line.text.indexOf('\t')),
    reason: `this line is indented with a tab${others}`,
    hint: 'Replace each tab with spaces: YAML is indented with spaces only.',
  };
}

// A line, split into its indentation, its hyphens, its key, and the value after them.
const LINE = /^( *(?:- +)*)((?:[\w.*@/=-]+|'[^']*'|"[^"]*"): +)?(.*)$/;

/** A text that YAML takes for something else because of how it begins or continues. */
function textProblem(
  lines: readonly Line[],
  at: number,
  code: string,
  offset: number,
): SyntaxProblem | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  const missing = blankMissing(line);
  if (missing !== undefined && code !== 'BAD_SCALAR_START') return missing;
  const comment = commentProblem(lines, at, offset);
  if (comment !== undefined) return comment;
  const [, lead = '', key = '', value = ''] = LINE.exec(line.text) ?? [];
  const start = line.start + lead.length + key.length;
  // Inside braces, the value is further to the right.
  if (code === 'BAD_SCALAR_START' || code === 'BLOCK_IN_FLOW') {
    const character = line.text[offset - line.start];
    if (character === undefined) return undefined;
    return code === 'BLOCK_IN_FLOW'
      ? { offset, reason: "a text without quotes cannot contain ': '", hint: QUOTE }
      : { offset, reason: beginsWith(character), hint: QUOTE };
  }
  if (value === '' || offset < line.start) return undefined;
  const first = value[0] ?? '';
  if (code === 'UNEXPECTED_TOKEN') return unexpected({ start, value, key }, offset);
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  if (first === '-' && key !== '') return { offset: start, reason: beginsWith('-'), hint: QUOTE };
  if (/['"[{]/.test(first) || (key === '' && !lead.includes('-'))) return undefined;
  if (/:(?: |$)/.test(value)) {
    return { offset: start, reason: "a text without quotes cannot contain ': '", hint: QUOTE };
  }
  if (value.startsWith('? ')) return { offset: start, reason: beginsWith('?'), hint: QUOTE };
  // The text continues on the next line, which has the colon.
  const next = lines[at + 1]?.text ?? '';
  const goesOn = /:(?: |$)/.test(next) && !/^ *(?:- +)*[a-z][a-z_]*:(?: |$)/.test(next);
  return key !== '' && goesOn && indentOf(next) > indentOf(line.text)
    ? { offset: start, reason: "a text without quotes cannot contain ': '", hint: QUOTE }
    : undefined;
}

const beginsWith = (character: string): string => `a text without quotes cannot begin with ${character}`;

function unexpected(
  { start, value, key }: { readonly start: number; readonly value: string; readonly key: string },
  offset: number,
): SyntaxProblem | undefined {
  const first = value[0] ?? '';
  const before = value.slice(0, Math.max(0, offset - start));
  const count = (form: RegExp): number => before.match(form)?.length ?? 0;
  if (/[[{]/.test(first) && count(/[[{]/g) !== count(/[\]}]/g)) {
    // Further to the right: a value inside braces.
    const inner = /: +([*&!{['"])[^,]*$/.exec(before);
    if (inner === null) return undefined;
    return {
      offset: start + inner.index + inner[0].indexOf(inner[1] ?? ''),
      reason: beginsWith(inner[1] ?? ''),
      hint: QUOTE,
    };
  }
  if (first === "'" || first === '"') {
    return {
      offset: start,
      reason: `this text continues after its closing ${first}`,
      hint: `Put the whole text in quotes; ${first === "'" ? "a ' inside it is written twice: ''" : 'a " inside it is written \\"'}. Or put it after >- on lines of its own.`,
    };
  }
  if (/^[>|]/.test(first)) {
    return {
      offset: start,
      reason: `the text of a ${first} begins on the next line`,
      hint: 'Move the text to the next line, indented. If it begins with this character, put it in quotes.',
    };
  }
  if (first === '-' && key === '') return undefined;
  return /^[*&!{[-]/.test(first) ? { offset: start, reason: beginsWith(first), hint: QUOTE } : undefined;
}

/** `id:a` or `-a`, which YAML does not take for a key or an item. */
function blankMissing({ start, text }: Line): SyntaxProblem | undefined {
  const key = /^( *(?:- +)*)([A-Za-z][\w-]*):(?=[^\s/:])/.exec(text);
  if (key !== null && !/^ *(?:- +)*[\w-]+: /.test(text)) {
    const end = start + key[0].length;
    return {
      offset: end - 1,
      reason: 'a space is missing after this colon',
      hint: `Write ${key[2]}: and a space before the value. If it is all one text, put it in quotes.`,
    };
  }
  const item = /^ *(?:- +)*-(?=[A-Za-z'"])/.exec(text);
  if (item === null) return undefined;
  return {
    offset: start + item[0].length - 1,
    reason: 'a space is missing after this hyphen',
    hint: 'Write a hyphen and a space before each item of a list.',
  };
}

/** A # in a text, which begins a comment and so ends the text. */
function commentProblem(lines: readonly Line[], at: number, offset: number): SyntaxProblem | undefined {
  const inFlow = lines[at]?.text.indexOf('[#') ?? -1;
  const here = lines[at];
  if (here !== undefined && inFlow !== -1) {
    return { offset: here.start + inFlow + 1, reason: 'this # starts a comment', hint: QUOTE };
  }
  const before = lines[at - 1];
  if (here === undefined || before === undefined || offset > here.start + indentOf(here.text))
    return undefined;
  const text = /^ *(?:- +)*(?:[\w-]+: +)?[^\s'"|>[{#].*? (?=#)/.exec(before.text);
  if (text === null || indentOf(here.text) <= indentOf(before.text)) return undefined;
  return {
    offset: before.start + text[0].length,
    reason: 'this # starts a comment, so the text ends before it',
    hint: QUOTE,
  };
}

const indentOf = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;

/** A line whose indentation fits no other line of its list or mapping. */
function indentProblem(lines: readonly Line[], at: number): SyntaxProblem | undefined {
  // If a line is indented too far, the parser stops at the value above it.
  const next = lines[at + 1];
  const here = lines[at];
  const isKey = (line: Line | undefined): line is Line =>
    line !== undefined && /^ *(?:- +)*(?:[\w-]+:(?: |$)|- )/.test(line.text);
  const wrong = isKey(here) && isKey(next) && tooDeep(here.text, next.text) ? at + 1 : at;
  const line = lines[wrong];
  if (!isKey(line)) return undefined;
  const indent = indentOf(line.text);
  const isItem = line.text[indent] === '-';
  const same = lines
    .slice(0, wrong)
    .map(({ text }) => ({ text, indent: indentOf(text) }))
    .filter(({ text }) => text.trim() !== '' && !/^ *#/.test(text));
  // Items align with items and keys with keys, even if the first of these follows a hyphen.
  const columns = new Set(
    same.flatMap(({ text, indent: own }) => {
      const lead = /^ *((?:- +)*)/.exec(text)?.[1] ?? '';
      if (isItem) return text[own] === '-' ? [own] : [];
      return [own + lead.length];
    }),
  );
  if (columns.size === 0 || columns.has(indent)) return undefined;
  const near = [...columns].sort((a, b) => Math.abs(a - indent) - Math.abs(b - indent) || b - a)[0] ?? 0;
  const spaces = (count: number): string => `${count} ${pluralized(count, 'space')}`;
  return {
    offset: line.start + indent,
    reason: `this ${isItem ? 'item' : 'key'} is indented by ${spaces(indent)}, but nothing above it is`,
    hint: `Indent it by ${spaces(near)}, like the ${isItem ? 'item' : 'key'} above that it belongs with.`,
  };
}

// A key that is indented more than a key above it that already has its value.
const tooDeep = (here: string, next: string): boolean =>
  /^ *(?:- +)*[\w-]+: +[^\s|>]/.test(here) &&
  indentOf(next) > indentOf(here) + (/^ *((?:- +)*)/.exec(here)?.[1]?.length ?? 0);
