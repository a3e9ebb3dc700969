import type { FaultKind } from './planting/fault.ts';

/** A fault that was not named first, or a divergence where there is none. */
export interface Miss {
  /** By which it is planted again: see `--show`. */
  readonly id: string;
  readonly kind: FaultKind | 'nothing planted';
  readonly flow: string;
  /** What the diagnosis says first instead. */
  readonly said: string;
}

/** How many faults were planted, and how many of them were named first. */
export interface Count {
  planted: number;
  named: number;
  /** Changed calls that the spec allows all the same. */
  skipped: number;
}

/** What a set of calls showed. */
export class Tally {
  /** Calls that the spec allows, whole and cut off. */
  conforming = 0;
  readonly falseDivergences: Miss[] = [];
  readonly byKind = new Map<string, Count>();
  readonly byFlow = new Map<string, Count>();
  readonly missed: Miss[] = [];
  /** Flows and calls that could not be used, with the reason. */
  readonly notUsed: string[] = [];

  skip(kind: FaultKind, flow: string): void {
    for (const count of this.#counts(kind, flow)) count.skipped += 1;
  }

  plant(kind: FaultKind, flow: string, miss: Miss | undefined): void {
    for (const count of this.#counts(kind, flow)) {
      count.planted += 1;
      if (miss === undefined) count.named += 1;
    }
    if (miss !== undefined) this.missed.push(miss);
  }

  get all(): Count {
    const sum: Count = { planted: 0, named: 0, skipped: 0 };
    for (const { planted, named, skipped } of this.byKind.values()) {
      sum.planted += planted;
      sum.named += named;
      sum.skipped += skipped;
    }
    return sum;
  }

  #counts(kind: FaultKind, flow: string): Count[] {
    return [countOf(this.byKind, kind), countOf(this.byFlow, flow)];
  }
}

function countOf(counts: Map<string, Count>, key: string): Count {
  const count = counts.get(key) ?? { planted: 0, named: 0, skipped: 0 };
  counts.set(key, count);
  return count;
}

/** How many of 100 faults were named first; 100 without any. */
export const percentNamed = ({ planted, named }: Count): number =>
  planted === 0 ? 100 : (100 * named) / planted;
