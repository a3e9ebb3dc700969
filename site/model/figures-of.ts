import type { Corpus } from '../../lib/corpus/corpus.ts';
import { openDisputes } from './open-disputes.ts';
import { tallyOf } from './tally.ts';

/** Numbers that stand in the frame of every page. */
export interface Figures {
  /** Open disputes of facts and of steps. */
  readonly disputes: number;
  /** Such as `31 %`. */
  readonly coverage: string;
}

// Every page of a build asks, and the answer takes a walk over all facts.
const known = new WeakMap<Corpus, Figures>();

/** The numbers of a corpus, counted once. */
export function figuresOf(corpus: Corpus): Figures {
  let figures = known.get(corpus);
  if (figures === undefined) {
    const steps = [...corpus.definitions.flow.values()].flatMap(({ data }) => data.steps);
    figures = {
      disputes: openDisputes(corpus.facts) + openDisputes(steps),
      coverage: tallyOf(corpus.facts).coverage,
    };
    known.set(corpus, figures);
  }
  return figures;
}
