import { printableLine } from '../text/printable.ts';

// Markup at any position; an underscore between letters has no effect. A colon before // and the dot of www. would make
// an address a link without a check.
const MARKUP = /[\\`*[\]~]|(?<![a-z0-9])_|_(?![a-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi;
const AT_START = /^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/;
// At the end of a heading these would be its closing sequence.
const AT_END = /(?<=\s)#+$/;

/**
 * Escapes text from data as one line of Markdown that shows literally: no markup, tag or entity in it takes effect, in
 * a heading, a list, a link, or a cell of {@link markdownTable}.
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
 * As {@link markdownText}, for a comment on a forge: an @ mentions nobody, and a # links to no issue.
 */
export function markdownComment(text: string): string {
  return markdownText(text).replace(/[@#](?=\w)/g, '$&\u200b');
}

/** Text from data as inline code; '' for blank text. */
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

/** Lines of data as a code block, whose fence is longer than any fence inside. */
export function markdownBlock(text: string, language = ''): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** A link whose text is already Markdown. The URL must be a checked one. */
export function markdownLink(words: string, url: string): string {
  return `[${words}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** A table whose cells are Markdown already, on one line each; '' without rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** An escaped character, or inline code. */
const IN_CELL = /\\.|(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g;

/**
 * Markdown for a cell. Tables are split at their bars before inline code is parsed, so every bar gets a backslash. In
 * code, a backslash of the data before a bar would undo that; such code becomes text.
 */
const cell = (markdown: string): string =>
  markdown
    .replace(IN_CELL, (whole: string, _, code?: string) =>
      code?.includes('\\|') ? markdownText(code) : whole,
    )
    .replaceAll('|', '\\|');
