import { markdownText } from '../../prose/markdown-text.ts';
import { proseMarkdown } from '../../prose/prose-markdown.ts';
import { IMPACT_WORDS } from '../changes/impact-of.ts';
import { changeList } from '../changes/render-diff-markdown.ts';
import { summarizeChanges } from '../changes/summarize-changes.ts';
import type { ReleaseNote } from './release-notes.ts';
import type { Unreleased } from './unreleased-of.ts';

/** The Markdown of all releases and of what changed since the latest. */
export function releasesMarkdown(notes: readonly ReleaseNote[], unreleased: Unreleased | undefined): string {
  const blocks = [
    ...(unreleased === undefined
      ? []
      : [
          '## Not released yet',
          `Since ${markdownText(unreleased.since)}: ${summarizeChanges(unreleased.changes)}. ${IMPACT_WORDS[unreleased.impact]}.`,
          ...changeList(unreleased.changes, 3),
        ]),
    ...notes.flatMap((note) => [`## ${headingOf(note)}`, ...bodyOf(note, 3)]),
  ];
  return `${['# Changes', ...(blocks.length === 0 ? ['There is no release yet.'] : blocks)].join('\n\n')}\n`;
}

/** The Markdown of one release. */
export function releaseMarkdown(note: ReleaseNote): string {
  return `${[`# Version ${headingOf(note)}`, ...bodyOf(note, 2)].join('\n\n')}\n`;
}

function headingOf({ version, date, frozen }: ReleaseNote): string {
  const day = date ?? (frozen === undefined ? undefined : `frozen on ${frozen}`);
  return `${markdownText(version)}${day === undefined ? '' : ` (${markdownText(day)})`}`;
}

function bodyOf({ note, facts, since, impact, changes }: ReleaseNote, level: number): string[] {
  return [
    since === undefined
      ? `The first release, with ${facts} facts.`
      : `${facts} facts. Since ${markdownText(since)}: ${summarizeChanges(changes)}. ${IMPACT_WORDS[impact]}.`,
    ...(note === undefined ? [] : [proseMarkdown(note)]),
    ...changeList(changes, level),
  ];
}
