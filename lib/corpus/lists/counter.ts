import type { Confidence } from '../../schema/types.generated.ts';
import type { Tally } from './tally.ts';

/** Counts facts by confidence. */
export interface Counter {
  add(confidence: Confidence): void;
  tally(): Tally;
}

/** A new counter, at zero. */
export function counter(): Counter {
  const counts: Record<Confidence, number> = { confirmed: 0, probable: 0, speculative: 0, unknown: 0 };
  return {
    add(confidence) {
      counts[confidence] += 1;
    },
    tally() {
      const facts = counts.confirmed + counts.probable + counts.speculative + counts.unknown;
      const score = facts === 0 ? undefined : (counts.confirmed + counts.probable / 2) / facts;
      return { facts, counts: { ...counts }, score };
    },
  };
}

/** Counts facts, or anything else that has a confidence. */
export function countConfidences(facts: readonly { readonly confidence: Confidence }[]): Tally {
  const counting = counter();
  for (const { confidence } of facts) counting.add(confidence);
  return counting.tally();
}
