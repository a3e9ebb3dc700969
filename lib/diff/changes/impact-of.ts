import type { Aspect, Change, Effect } from './change.ts';

/** How much a change means for those who rely on the spec, as the parts of a version say it. */
export type Impact = 'major' | 'minor' | 'patch' | 'none';

/** From the least to the most. */
export const IMPACTS: readonly Impact[] = ['none', 'patch', 'minor', 'major'];

/**
 * The greatest impact of changes. What is lost or narrowed or has another name is major, and so is what may be absent,
 * or come more often, or in another type than before: code that reads it was not written for that. What comes in addition
 * is minor; a change of confidence, prose or evidence is a patch.
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
function impactOfOne(change: Change): Impact {
  switch (change.kind) {
    case 'removed':
    case 'moved':
      return 'major';
    case 'definition':
      return change.event === 'removed' ? 'major' : 'minor';
    case 'reshaped':
      return impactOfShape(change.aspect, change.effect);
    case 'added':
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

function impactOfShape(aspect: Aspect, effect: Effect): Impact {
  switch (effect) {
    case 'narrowed':
      return 'major';
    case 'widened':
      // Who reads these has to be ready for more; who writes them, or reads another order or direction, has not.
      return aspect === 'required' || aspect === 'occurrence' || aspect === 'type' ? 'major' : 'minor';
    case 'reworded':
      return 'patch';
    default:
      return effect satisfies never;
  }
}
