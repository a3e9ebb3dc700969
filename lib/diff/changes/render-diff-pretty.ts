import { clip } from '../../text/clip.ts';
import { printableLine } from '../../text/printable.ts';
import type { Comparison } from './comparison.ts';
import type { Words } from './describe-change.ts';
import { type ChangeGroup, groupChanges } from './group-changes.ts';
import { summarizeChanges } from './summarize-changes.ts';

/** Paths shown per change; JSON has them all. */
const SHOWN = 8;

/** A comparison for a terminal. */
export function renderDiffPretty({ from, to, impact, changes }: Comparison): string {
  const head = `${printableLine(from.name)} to ${printableLine(to.name)}: ${summarizeChanges(changes)}.`;
  if (changes.length === 0) return `${head}\n`;
  const blocks = groupChanges(changes).map(({ title, count, groups }) =>
    [`${title} (${count})`, ...groups.flatMap(linesOf)].join('\n'),
  );
  return `${[`${head} Impact: ${impact}.`, ...blocks].join('\n\n')}\n`;
}

function linesOf({ words, paths }: ChangeGroup): string[] {
  const said = plain(words);
  const [path = ''] = paths;
  if (paths.length === 1) return [`  ${printableLine(path)}  ${said}`];
  const rest = paths.length > SHOWN ? [`and ${paths.length - SHOWN} more`] : [];
  return [
    `  ${said} (${paths.length})`,
    ...[...paths.slice(0, SHOWN), ...rest].map((one) => `    ${printableLine(one)}`),
  ];
}

const plain = (words: Words): string =>
  words
    .map((word) =>
      typeof word === 'string'
        ? word
        : 'code' in word
          ? printableLine(clip(word.code))
          : printableLine(clip(word.data.replace(/\s+/g, ' '))),
    )
    .join('');
