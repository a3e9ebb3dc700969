import type { Change } from './change.ts';

/** How much a change means for those who rely on the spec, as the parts of a version say it. */
export type Impact = 'major' | 'minor' | 'patch' | 'none';

/** From the least to the most. */
export const IMPACTS: readonly Impact[] = ['none', 'patch', 'minor', 'major'];

/**
 * The greatest impact of changes. What is lost or narrowed is major, what comes in addition is minor; a change
 * of confidence, prose or evidence is a patch.
 */
export function impactOf(changes: readonly Change[]): Impact {
  let most: Impact = 'none';
  for (const change of changes) {
    const impact = impactOfOne(change);
    if (IMPACTS.indexOf(impact) > IMPACTS.indexOf(most)) most = impact;
  }
  return most;
}

/** The impact of one change. */
export function impactOfOne(change: Change): Impact {
  switch (change.kind) {
    case 'removed':
      return 'major';
    case 'definition':
      return change.event === 'removed' ? 'major' : 'minor';
    case 'reshaped':
      return change.effect === 'narrowed' ? 'major' : change.effect === 'widened' ? 'minor' : 'patch';
    case 'added':
    case 'moved':
      return 'minor';
    case 'raised':
    case 'lowered':
    case 'described':
    case 'observed':
    case 'evidence':
    case 'dispute':
    case 'question':
    case 'edited':
    case 'ledger':
      return 'patch';
    default:
      return change satisfies never;
  }
}
