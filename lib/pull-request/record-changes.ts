import { captureRecords } from '../corpus/captures/capture-records.ts';
import type { Capture } from '../schema/types.generated.ts';
import { counted } from '../text/counted.ts';

/** What a source that names a record of a trace rests on. */
const contentsOf = (capture: Capture | undefined): readonly string[] =>
  capture === undefined
    ? []
    : captureRecords(capture).map(({ direction, format, body }) => JSON.stringify([direction, format, body]));

/**
 * How many records a trace has and what became of them, in words: sources name them by their numbers, so a record that
 * moved counts as changed. '' for a single stanza.
 */
export function recordChanges(before: Capture | undefined, after: Capture): string {
  if (after.trace === undefined) return '';
  const [then, now] = [contentsOf(before), contentsOf(after)];
  const all = counted(now.length, 'record');
  if (then.length === 0) return `${all}, all new`;
  const changed = now.filter((one, i) => i < then.length && one !== then[i]).length;
  const parts = [
    [Math.max(0, now.length - then.length), 'added'],
    [changed, 'changed'],
    [Math.max(0, then.length - now.length), 'removed'],
  ].flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]));
  return parts.length === 0 ? `${all}, the same` : `${all}: ${parts.join(', ')}`;
}
