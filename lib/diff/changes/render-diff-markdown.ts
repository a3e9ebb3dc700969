import { markdownCode, markdownText } from '../../prose/markdown-text.ts';
import { clip } from '../../text/clip.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { Words } from './describe-change.ts';
import { type ChangeGroup, groupChanges } from './group-changes.ts';
import { summarizeChanges } from './summarize-changes.ts';

/** Paths shown per change; JSON has them all. */
const SHOWN = 12;

/** Groups shown per heading, so that a comment or a job summary stays within its size limit. */
const MOST = 200;

/** A comparison as Markdown, for a job summary, a comment or the changelog. */
export function renderDiffMarkdown({ from, to, impact, changes }: Comparison): string {
  const head = `# Changes from ${markdownCode(from.name)} to ${markdownCode(to.name)}`;
  const sum =
    changes.length === 0 ? 'Nothing changed.' : `Impact: ${impact}. ${upper(summarizeChanges(changes))}.`;
  return `${[head, sum, ...changeList(changes, 2)].join('\n\n')}\n`;
}

/**
 * Changes as blocks of Markdown: a heading and a list per section.
 * @param level of the headings
 * @param most lines per section
 */
export function changeList(changes: readonly Change[], level: number, most = MOST): string[] {
  return groupChanges(changes).flatMap(({ title, count, groups }) => {
    const rest = groups.length > most ? [`- and ${groups.length - most} more`] : [];
    return [
      `${'#'.repeat(level)} ${title} (${count})`,
      [...groups.slice(0, most).map(lineOf), ...rest].join('\n'),
    ];
  });
}

/** A single path comes before its change; several come after their common change. */
function lineOf({ words, paths }: ChangeGroup): string {
  const shown = paths.slice(0, SHOWN).map(markdownCode).join(', ');
  if (paths.length === 1) return `- ${shown}: ${marked(words)}`;
  const rest = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
  return `- ${marked(words)} (${paths.length}): ${shown}${rest}`;
}

const marked = (words: Words): string =>
  words
    .map((word) => {
      if (typeof word === 'string') return word;
      return 'code' in word ? markdownCode(clip(word.code)) : markdownText(clip(word.data));
    })
    .join('');

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
