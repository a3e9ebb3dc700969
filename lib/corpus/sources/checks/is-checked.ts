import type { Corpus } from '../../model/corpus.ts';
import type { Fact } from '../../model/fact.ts';
import { namesOfFact } from './names-of-fact.ts';
import { isShown, sourceState } from './source-state.ts';

/** Whether a fact has sources in code, and all of them were opened and name it. */
export function isChecked(fact: Fact, corpus: Corpus): boolean {
  if (corpus.sourceChecks === undefined) return false;
  const names = namesOfFact(fact, corpus);
  const states = fact.provenance.sources.flatMap((source) => sourceState(source, names, corpus) ?? []);
  return states.length > 0 && states.every(isShown);
}
