import type { Bundle } from '../bundle/bundle.ts';
import type { Change } from './change.ts';
import { compare } from './compare.ts';
import { type Impact, impactOf } from './impact-of.ts';

/** Two sides of a comparison and what lies between them: what the renderers print. */
export interface Comparison {
  readonly from: Side;
  readonly to: Side;
  readonly impact: Impact;
  readonly changes: readonly Change[];
}

export interface Side {
  /** How it was named, such as a folder, a version or a revision. */
  readonly name: string;
  readonly version: string;
  readonly facts: number;
}

/** Compares two bundles under the names by which they were asked for. */
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
