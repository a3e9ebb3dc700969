import type { Change } from '../diff/changes/change.ts';
import { groupChanges } from '../diff/changes/group-changes.ts';
import { summarizeChanges } from '../diff/changes/summarize-changes.ts';

/** Lines per entry; the page of changes has all of them. */
const MAX_LINES = 40;
const MAX_PATHS = 3;

/** Changes as the plain text of a feed entry: a summary, then one line per group of changes. */
export function changesText(changes: readonly Change[]): string {
  const lines = groupChanges(changes).flatMap(({ title, groups }) =>
    groups.map(({ words, paths }) => {
      const text = words.map((one) => (typeof one === 'string' ? one : 'code' in one ? one.code : one.data));
      const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : '';
      return `${title}: ${paths.slice(0, MAX_PATHS).join(', ')}${more} (${text.join('')})`;
    }),
  );
  const rest = lines.length > MAX_LINES ? [`and ${lines.length - MAX_LINES} more`] : [];
  const summary = `${summarizeChanges(changes)}.`;
  return [
    summary.slice(0, 1).toUpperCase() + summary.slice(1),
    '',
    ...lines.slice(0, MAX_LINES),
    ...rest,
  ].join('\n');
}
