import { markdownLink, markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import type { RetiredPage } from './retired-pages.ts';

/**
 * A page that no longer exists, as Markdown.
 * @param movedTo its new URL; undefined if it was withdrawn
 */
export function retiredMarkdown({ title, version, now }: RetiredPage, movedTo: string | undefined): string {
  const { date, reason } = (now?.kind === 'withdrawn' ? now.tombstone : undefined) ?? {};
  const why = reason ?? (now?.kind === 'moved' ? now.reason : undefined);
  return `${[
    `# ${markdownText(title)} ${movedTo === undefined ? 'was withdrawn' : 'has moved'}`,
    ...(now?.kind === 'moved' && movedTo !== undefined
      ? [`It is now ${markdownLink(now.path, movedTo)}.`]
      : []),
    ...(date === undefined ? [] : [`Withdrawn on ${markdownText(date)}.`]),
    ...(why === undefined ? [] : [proseMarkdown(why)]),
    `It was last released in ${markdownText(version)}.`,
  ].join('\n\n')}\n`;
}
