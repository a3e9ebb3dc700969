import type { Aspect, Change, Effect } from './change.ts';

/** The impact of changes on users of the spec, in terms of semantic versioning. */
export type Impact = 'major' | 'minor' | 'patch' | 'none';

/** In ascending order. */
export const IMPACTS: readonly Impact[] = ['none', 'patch', 'minor', 'major'];

/** What an impact means for somebody whose client follows the spec. */
export const IMPACT_WORDS: Readonly<Record<Impact, string>> = {
  major: 'Breaking',
  minor: 'Compatible',
  patch: 'Wording and evidence only',
  none: 'No changes',
};

/**
 * The greatest impact of some changes. Major: something is removed, narrowed or renamed, or may now be absent, repeated
 * or of another type, which reading code does not expect. Minor: additions. Patch: confidence, prose and evidence.
 */
export function impactOf(changes: readonly Change[]): Impact {
  let most: Impact = 'none';
  for (const change of changes) {
    const impact = impactOfOne(change);
    if (IMPACTS.indexOf(impact) > IMPACTS.indexOf(most)) most = impact;
  }
  return most;
}

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

const READ: ReadonlySet<Aspect> = new Set([
  'type',
  'value',
  'required',
  'delivered',
  'only_if',
  'required_if',
  'occurrence',
  'of',
  'tags_from',
  'stanza',
  'optional',
  'repeats',
  'level',
]);

function impactOfShape(aspect: Aspect, effect: Effect): Impact {
  switch (effect) {
    case 'narrowed':
      return 'major';
    case 'widened':
      // Readers must handle new cases of these. A new order or direction concerns only writers, who may ignore it.
      return READ.has(aspect) ? 'major' : 'minor';
    case 'reworded':
      return 'patch';
    default:
      return effect satisfies never;
  }
}
