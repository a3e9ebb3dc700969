import type { Corpus } from '../../corpus/model/corpus.ts';
import { knownNames } from '../lookup/known-node.ts';
import type { SharedNames } from './shared-names.ts';

/** The shared names and values that the spec does not have yet. */
export function newlyShared({ keepNames, keepValues }: SharedNames, corpus: Corpus): SharedNames {
  return {
    keepNames: keepNames.filter((name) => !knownNames(corpus).has(name)),
    keepValues: keepValues.filter((path) => !corpus.factByPath.has(path)),
  };
}
