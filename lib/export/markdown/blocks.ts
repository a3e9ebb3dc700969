/** Blocks of Markdown as one text; empty ones are left out. */
export const blocks = (list: readonly string[]): string =>
  `${list.filter((one) => one !== '').join('\n\n')}\n`;

/** A heading and the blocks below it; nothing where there are none. */
export const section = (title: string, list: readonly string[]): string[] =>
  list.length === 0 ? [] : [`## ${title}`, ...list];

/** A list of lines that are already Markdown, as one block; nothing where there are none. */
export const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
