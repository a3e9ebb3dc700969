import type { Technique } from '../../schema/types.generated.ts';
import { compareText } from '../../text/compare-text.ts';
import type { Corpus } from '../model/corpus.ts';

const EFFORTS: readonly NonNullable<Technique['effort']>[] = ['low', 'medium', 'high'];
const MATURITIES: readonly Technique['maturity'][] = ['established', 'emerging', 'experimental'];

/**
 * Orders ids of techniques by how easily somebody can begin with them: those that take the least effort first,
 * then those that are tried best. One that does not say its effort stands in the middle. Wherever techniques
 * are offered, they come in this order.
 * @returns less than 0 when `a` is easier; 0 when neither is
 */
export function compareEffort(
  corpus: Pick<Corpus, 'techniques' | 'definitions'>,
  a: string,
  b: string,
): number {
  const effort = (id: string): number => EFFORTS.indexOf(corpus.techniques.get(id)?.effort ?? 'medium');
  const maturity = (id: string): number => {
    const known = corpus.definitions.technique.get(id)?.data.maturity;
    return known === undefined ? MATURITIES.length : MATURITIES.indexOf(known);
  };
  return effort(a) - effort(b) || maturity(a) - maturity(b);
}

/** The techniques of a corpus, the easiest first. */
export const byEffort = (corpus: Pick<Corpus, 'techniques' | 'definitions'>): string[] =>
  [...corpus.techniques.keys()].sort((a, b) => compareEffort(corpus, a, b) || compareText(a, b));
