import { proseMarkdown } from '../../prose/prose-markdown.ts';

/** Blocks of Markdown as one text; empty ones are left out. */
export const blocks = (list: readonly string[]): string =>
  `${list.filter((one) => one !== '').join('\n\n')}\n`;

/** A heading and the blocks below it; empty without blocks. */
export const section = (title: string, list: readonly string[]): string[] =>
  list.length === 0 ? [] : [`## ${title}`, ...list];

/** Lines of Markdown as one list; empty without lines. */
export const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];

type Row = readonly [name: string, value: string | undefined];

/** What a definition says in single rows. Rows without a value are left out. */
export const rows = (list: readonly Row[]): string[] =>
  bullets(
    list.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}: ${value}`])),
  );

/** A text as one block. */
export const prose = (text: string | undefined): string[] =>
  text === undefined ? [] : [proseMarkdown(text)];
