/** Blocks of Markdown as one text; empty ones are left out. */
export const blocks = (list: readonly string[]): string =>
  `${list.filter((one) => one !== '').join('\n\n')}\n`;

/** A heading and the blocks below it; empty without blocks. */
export const section = (title: string, list: readonly string[]): string[] =>
  list.length === 0 ? [] : [`## ${title}`, ...list];

/** Lines of Markdown as one list; empty without lines. */
export const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
