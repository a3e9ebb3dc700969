import { counted } from '../../text/counted.ts';
import type { Change, ChangeKind, Effect } from './change.ts';

const WORDS: Readonly<Record<ChangeKind, readonly [one: string, many: string]>> = {
  removed: ['fact removed', 'facts removed'],
  moved: ['path moved', 'paths moved'],
  reshaped: ['form changed', 'forms changed'],
  definition: ['definition', 'definitions'],
  added: ['fact added', 'facts added'],
  raised: ['confidence raised', 'confidences raised'],
  lowered: ['confidence lowered', 'confidences lowered'],
  described: ['description changed', 'descriptions changed'],
  observed: ['list of observed values changed', 'lists of observed values changed'],
  evidence: ["fact's evidence changed", "facts' evidence changed"],
  dispute: ['dispute changed', 'disputes changed'],
  question: ['question changed', 'questions changed'],
  edited: ['definition edited', 'definitions edited'],
  ledger: ['name in the ledger changed', 'names in the ledger changed'],
};

/** Counts the changes of each kind, most important first. Kinds without changes are absent. */
export function countChanges(changes: readonly Change[]): Partial<Record<ChangeKind, number>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const kind of Object.keys(WORDS) as ChangeKind[]) {
    const n = changes.filter((change) => change.kind === kind).length;
    if (n > 0) counts[kind] = n;
  }
  return counts;
}

/** Sums up changes, such as `3 facts removed, 12 facts added`; `nothing changed` if there are none. */
export function summarizeChanges(changes: readonly Change[]): string {
  const parts = Object.entries(countChanges(changes)).flatMap(([kind, n]) => {
    const [one, many] = WORDS[kind as ChangeKind];
    if (kind === 'reshaped') return reshapedParts(changes);
    if (kind !== 'definition') return counted(n, one, many);
    return (['added', 'removed'] as const).flatMap((event) => {
      const some = changes.filter((change) => change.kind === 'definition' && change.event === event).length;
      return some === 0 ? [] : `${counted(some, one, many)} ${event}`;
    });
  });
  return parts.length === 0 ? 'nothing changed' : parts.join(', ');
}

const EFFECTS = [
  ['narrowed', 'stricter'],
  ['widened', 'looser'],
  ['reworded', 'reworded'],
] as const satisfies readonly (readonly [Effect, string])[];

/** Changed forms by what they mean for code that was written for the old ones. */
const reshapedParts = (changes: readonly Change[]): string[] =>
  EFFECTS.flatMap(([effect, word]) => {
    const some = changes.filter((change) => change.kind === 'reshaped' && change.effect === effect).length;
    return some === 0 ? [] : counted(some, `fact ${word}`, `facts ${word}`);
  });
