import { markdownCode, markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdownLine } from '../../prose/prose-markdown.ts';
import { safeUrl } from '../../prose/safe-url.ts';
import type { Reference } from '../../schema/types.generated.ts';
import { bullets } from './blocks.ts';

/** References as a list. */
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

/** A URL from the data: a link where it is safe, else code. */
export function addressWords(url: string): string {
  const safe = safeUrl(url);
  return safe === undefined ? markdownCode(url) : markdownLink(markdownText(url), safe);
}
