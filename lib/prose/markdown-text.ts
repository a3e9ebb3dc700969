import { printableLine } from '../text/printable.ts';

// Markup wherever it stands; an underscore between letters is none, and one beside another is. A colon before // and the
// dot of www. would make an address into a link that nobody has checked.
const MARKUP = /[\\`*[\]~]|(?<![a-z0-9])_|_(?![a-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi;
const AT_START = /^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/;
// At the end of a heading these would count as its frame.
const AT_END = /(?<=\s)#+$/;

/**
 * Text from data as one line of Markdown that shows as it is written: no markup, no tag and no entity of it
 * takes effect, in a heading, a list, a link, or a cell that {@link markdownTable} makes of it.
 */
export function markdownText(text: string): string {
  return printableLine(text.replace(/\s+/g, ' ').trim())
    .replace(MARKUP, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(AT_END, '\\$&');
}

/**
 * As {@link markdownText}, for a comment that others are told of: a name behind @ calls nobody, and a number behind
 * # leads to no issue.
 */
export function markdownComment(text: string): string {
  return markdownText(text).replace(/[@#](?=\w)/g, '$&\u200b');
}

/** Text from data as code inside a line of Markdown. '' for nothing. */
export function markdownCode(text: string): string {
  const line = printableLine(text.replace(/\s/g, ' '));
  if (line.trim() === '') return '';
  const runs: readonly string[] = line.match(/`+/g) ?? [];
  let fence = '`';
  while (runs.includes(fence)) fence += '`';
  const pad =
    line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines of data as a block of code: its fence is longer than any that stands inside. */
export function markdownBlock(text: string, language = ''): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** A link whose words are already Markdown. The address must be one that was checked. */
export function markdownLink(words: string, url: string): string {
  return `[${words}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** A table of cells that are already Markdown, on one line each; '' without rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** An escaped character, or code with its fences. */
const IN_CELL = /\\.|(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g;

/**
 * Markdown for a cell. Tables are cut at their bars before anything else is read, code too, so that each bar has a
 * backslash. Nothing in code can keep a backslash of its own from undoing that: code with one before a bar becomes text.
 */
const cell = (markdown: string): string =>
  markdown
    .replace(IN_CELL, (whole: string, _, code?: string) =>
      code?.includes('\\|') ? markdownText(code) : whole,
    )
    .replaceAll('|', '\\|');
