import type { Bundle } from '../bundle/bundle.ts';
import type { Change } from './change.ts';
import { compare } from './compare.ts';
import { type Impact, impactOf } from './impact-of.ts';

/** Two sides and the changes between them, as the renderers print them. */
export interface Comparison {
  readonly from: Side;
  readonly to: Side;
  readonly impact: Impact;
  readonly changes: readonly Change[];
}

export interface Side {
  /** As it was asked for: a folder, a version or a revision. */
  readonly name: string;
  readonly version: string;
  readonly facts: number;
}

/** Compares two bundles. */
export function comparisonOf(
  from: { readonly name: string; readonly bundle: Bundle },
  to: { readonly name: string; readonly bundle: Bundle },
): Comparison {
  const changes = compare(from.bundle, to.bundle);
  const side = ({ name, bundle }: typeof from): Side => ({
    name,
    version: bundle.version,
    facts: bundle.facts.length,
  });
  return { from: side(from), to: side(to), impact: impactOf(changes), changes };
}
