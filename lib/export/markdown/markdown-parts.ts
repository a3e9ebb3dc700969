import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { Reference } from '../../schema/types.generated.ts';
import type { TallyJson } from '../json/export-context.ts';

/** Blocks of Markdown as one text; empty ones are left out. */
export const blocks = (list: readonly string[]): string =>
  `${list.filter((one) => one !== '').join('\n\n')}\n`;

/** A heading with what stands below it; nothing where that is nothing. */
export const section = (title: string, list: readonly string[]): string[] =>
  list.length === 0 ? [] : [`## ${title}`, ...list];

/** One list of lines that are already Markdown; nothing where there are none. */
export const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];

/** Such as `Facts: 7 (5 probable, 2 speculative)`. */
export function tallyWords({ facts, ...counts }: TallyJson): string {
  const parts = Object.entries(counts).flatMap(([name, n]) => (n === 0 ? [] : [`${n} ${name}`]));
  return `Facts: ${facts}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

/** Things to read, as a list. */
export function referenceList(references: readonly Reference[] | undefined): string[] {
  return bullets(
    (references ?? []).map((one) => {
      const { url, title, note } = typeof one === 'string' ? { url: one } : one;
      const words = title === undefined ? markdownText(url) : markdownText(title);
      const safe = safeUrl(url);
      const link = safe === undefined ? `${words} (${markdownCode(url)})` : markdownLink(words, safe);
      return note === undefined ? link : `${link}: ${proseMarkdownLine(note)}`;
    }),
  );
}

/** An address from data: a link where it may be one, else code. */
export function addressWords(url: string): string {
  const safe = safeUrl(url);
  return safe === undefined ? markdownCode(url) : markdownLink(markdownText(url), safe);
}
