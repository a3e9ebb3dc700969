import { printableLine } from './printable.ts';

// Markup wherever it stands; an underscore between letters is none. A colon before // and the dot of www. would
// make an address into a link that nobody has checked.
const MARKUP = /[\\`*[\]|~]|(?<!\w)_|_(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi;
const AT_START = /^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/;

/**
 * Text from data as one line of Markdown that shows as it is written: no markup, no tag and no entity of it
 * takes effect, also inside a table.
 */
export function markdownText(text: string): string {
  return printableLine(text.replace(/\s+/g, ' ').trim())
    .replace(MARKUP, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(AT_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/**
 * As {@link markdownText}, for a comment that others are told of: a name behind @ calls nobody, and a number behind
 * # leads to no issue.
 */
export function markdownComment(text: string): string {
  return markdownText(text).replace(/[@#](?=\w)/g, '$&\u200b');
}

/** Text from data as code inside a line of Markdown, also inside a table. '' for nothing. */
export function markdownCode(text: string): string {
  const line = printableLine(text.replace(/\s/g, ' '));
  if (line.trim() === '') return '';
  // Tables are cut at bars before code is read, and nothing in code can keep a backslash from undoing the
  // escape of the bar behind it.
  if (line.includes('\\|')) return markdownText(text);
  const runs: readonly string[] = line.match(/`+/g) ?? [];
  let fence = '`';
  while (runs.includes(fence)) fence += '`';
  const pad =
    line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
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

/** A table of cells that are already Markdown; '' without rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
