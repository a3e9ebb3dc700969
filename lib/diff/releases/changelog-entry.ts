import { definitionOf } from '../../corpus/facts/split-path.ts';
import { changesPath } from '../../pages/page-path.ts';
import { markdownCode } from '../../prose/markdown-text.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Change } from '../changes/change.ts';
import { changeList } from '../changes/render-diff-markdown.ts';
import { summarizeChanges } from '../changes/summarize-changes.ts';

/** An entry with more lines only counts the changes of each definition. */
const MOST = 60;

export interface ChangelogEntry {
  readonly version: string;
  readonly date: string;
  readonly changes: readonly Change[];
  /** The address of the site with a final slash, if it is known. */
  readonly site?: string | undefined;
}

const UNRELEASED = /^## Unreleased[ \t]*$/m;
const NEXT = /^## /m;

/**
 * Adds the entry of a release to a changelog: first the text under `## Unreleased`, which was written by hand, then a
 * summary of the changes. The new `## Unreleased` is empty; everything else stays byte for byte.
 */
export function withEntry(changelog: string, { version, date, changes, site = '/' }: ChangelogEntry): string {
  const text = changelog === '' ? '# Changelog\n' : changelog;
  const heading = UNRELEASED.exec(text);
  const first = NEXT.exec(text);
  const start = heading?.index ?? first?.index ?? text.length;
  const after = heading === null ? start : start + heading[0].length;
  const next = NEXT.exec(text.slice(after));
  const end = heading === null ? start : next === null ? text.length : after + next.index;
  const written = text.slice(after, end).trim();
  const sum = `${summarizeChanges(changes)}.`;
  const blocks = [
    '## Unreleased',
    `## ${version} (${date})`,
    ...(written === '' ? [] : [written]),
    '### The facts',
    sum.slice(0, 1).toUpperCase() + sum.slice(1),
    ...changeItems(changes, `${site}${changesPath(version)}`),
  ];
  const before = text.slice(0, start).trimEnd();
  const rest = text.slice(end);
  return `${before}\n\n${blocks.join('\n\n')}\n${rest === '' ? '' : `\n${rest}`}`;
}

function changeItems(changes: readonly Change[], whole: string): string[] {
  const list = changeList(changes, 4);
  if (list.join('\n').split('\n').length <= MOST) return list;
  const owners = Map.groupBy(changes, (change) =>
    change.kind === 'ledger' ? 'ledger' : definitionOf(change.path),
  );
  const lines = [...owners]
    .sort(([a], [b]) => compareText(a, b))
    .map(([owner, own]) => `- ${markdownCode(owner)}: ${summarizeChanges(own)}`);
  return [lines.join('\n'), `All of them: ${whole.startsWith('/') ? markdownCode(whole) : `<${whole}>`}`];
}
