import type { Technique } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';

const EFFORTS: readonly NonNullable<Technique['effort']>[] = ['low', 'medium', 'high'];
const MATURITIES: readonly Technique['maturity'][] = ['established', 'emerging', 'experimental'];

/**
 * Orders ids of techniques by how easy it is to begin with them: by effort, then by maturity. A technique without an
 * effort counts as medium. Techniques are proposed in this order everywhere.
 * @returns less than 0 when `a` is easier; 0 when neither is
 */
export function compareEffort(corpus: Techniques, a: string, b: string): number {
  const effort = (id: string): number => EFFORTS.indexOf(corpus.techniques.get(id)?.effort ?? 'medium');
  const maturity = (id: string): number => {
    const known = corpus.definitions.technique.get(id)?.data.maturity;
    return known === undefined ? MATURITIES.length : MATURITIES.indexOf(known);
  };
  return effort(a) - effort(b) || maturity(a) - maturity(b);
}

/** The techniques of a corpus, and what their definitions say. */
export interface Techniques {
  readonly techniques: Corpus['techniques'];
  readonly definitions: Pick<Corpus['definitions'], 'technique'>;
}

/** The techniques of a corpus, the easiest first. */
export const byEffort: (corpus: Techniques) => readonly string[] = memoizeBy((corpus: Techniques) =>
  [...corpus.techniques.keys()].sort((a, b) => compareEffort(corpus, a, b) || compareText(a, b)),
);
