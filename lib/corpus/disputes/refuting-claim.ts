import type { Corpus } from '../model/corpus.ts';
import { denialOf } from './denial-of.ts';
import { refutedFacts } from './refuted-facts.ts';

/**
 * What the dispute says that denies a fact: a dispute of the fact itself, or of the child that it is in. The claim is
 * prose as the corpus has it; undefined for a fact that nothing denies.
 */
export function refutingClaim(path: string, corpus: Corpus): string | undefined {
  if (!refutedFacts(corpus).has(path)) return undefined;
  const own = denialOf(corpus.factByPath.get(path)?.disputes);
  if (own !== undefined) return own.claim;
  const around = corpus.facts.find(({ inside }) => inside.includes(path));
  return around === undefined ? undefined : refutingClaim(around.path, corpus);
}
