import type { Corpus } from '../corpus/model/corpus.ts';
import type { Fact } from '../corpus/model/fact.ts';
import type { Change } from '../diff/changes/change.ts';

/** What happened to a fact; where several apply, the first. */
export const FACT_CHANGES = ['removed', 'added', 'raised', 'lowered', 'changed'] as const;
export type FactChange = (typeof FACT_CHANGES)[number];

/** A fact that the pull request touches. */
export interface TouchedFact {
  readonly path: string;
  readonly fate: FactChange;
  readonly changes: readonly Change[];
  /** The fact as it is now; undefined if it was removed. */
  readonly fact: Fact | undefined;
}

function fateOf(change: Change): FactChange | undefined {
  switch (change.kind) {
    case 'removed':
    case 'moved':
      return 'removed';
    case 'added':
    case 'raised':
    case 'lowered':
      return change.kind;
    case 'described':
    case 'reshaped':
    case 'observed':
    case 'evidence':
    case 'dispute':
      return 'changed';
    case 'question':
    case 'definition':
    case 'edited':
    case 'ledger':
      return undefined;
    default:
      return change satisfies never;
  }
}

/**
 * The facts that some changes touch: one entry per path, in the order of the changes.
 * @param head the corpus under review; the shape of a whole stanza has a path, but no fact in it
 */
export function touchedFacts(changes: readonly Change[], head: Corpus): TouchedFact[] {
  const byPath = new Map<string, Change[]>();
  for (const change of changes) {
    if (fateOf(change) === undefined) continue;
    const known = byPath.get(change.path);
    if (known === undefined) byPath.set(change.path, [change]);
    else known.push(change);
  }
  return [...byPath].map(([path, own]) => {
    const fates = new Set(own.map(fateOf));
    const fate = FACT_CHANGES.find((one) => fates.has(one)) ?? 'changed';
    return { path, fate, changes: own, fact: head.factByPath.get(path) };
  });
}
