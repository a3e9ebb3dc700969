import type { Words } from '../diff/changes/describe-change.ts';
import { markdownCode, markdownTable, markdownText } from '../prose/markdown-text.ts';
import { clip } from '../text/clip.ts';

/** Rows per table; the rest is only counted. */
const MAX_ROWS = 200;

/**
 * A section of the card: a table in a fold, whose heading says how much is in it. Nothing without rows.
 * @param count what is counted, if not the rows
 * @param isOpen whether it is unfolded
 */
export function cardSection(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  count = rows.length,
  isOpen = false,
): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - MAX_ROWS;
  return [
    [
      `<details${isOpen ? ' open' : ''}><summary>${title} (${count})</summary>`,
      markdownTable(head, rows.slice(0, MAX_ROWS)),
      ...(more > 0 ? [`And ${more} more.`] : []),
      '</details>',
    ].join('\n\n'),
  ];
}

/** The path of a fact as a cell. */
export const pathCell = (path: string): string => markdownCode(clip(path, 300));

/** Text from data as a cell. */
export const textCell = (text: string): string => markdownText(clip(text, 400));

/** The description of a change as a cell. */
export const wordsCell = (parts: Words): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'code' in part ? markdownCode(clip(part.code, 160)) : textCell(part.data);
    })
    .join('');
