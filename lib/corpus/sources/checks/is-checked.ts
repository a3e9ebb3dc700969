import { KINDS } from '../../../schema/kinds.ts';
import type { Corpus } from '../../model/corpus.ts';
import type { Fact } from '../../model/fact.ts';
import { sourcesOfFact } from '../sources-of-fact.ts';
import { namesOfFact } from './names-of-fact.ts';
import { isShown, sourceState } from './source-state.ts';

/** An address of a file at a commit, such as GitHub's: code that no flavor names, and that nobody opens. */
const CODE_BY_ADDRESS = /^https:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|raw|src\/commit)\/[0-9a-f]{40}\//;

/**
 * Whether a fact has sources in code, its legs included, and all of them were opened and name it. Code does
 * not name a step.
 */
export function isChecked(fact: Fact, corpus: Corpus): boolean {
  if (corpus.sourceChecks === undefined || KINDS[fact.ownerKind].facts === '#') return false;
  const names = namesOfFact(fact, corpus);
  const sources = sourcesOfFact(fact);
  if (sources.some((source) => CODE_BY_ADDRESS.test(source))) return false;
  const states = sources.flatMap((source) => sourceState(source, names, corpus) ?? []);
  return states.length > 0 && states.every(isShown);
}
