import type { Corpus } from '../../corpus/model/corpus.ts';
import { loadedCompletely } from '../../corpus/model/loaded-completely.ts';
import { isMisnamed } from './is-misnamed.ts';

/**
 * Whether the parts of a stanza are all known, so that one that is not among them does not exist: the stanza exists, has
 * its own name, and no stanza or shared node is broken.
 */
export function isDescribed(corpus: Corpus, id: string): boolean {
  const entry = corpus.definitions.stanza.get(id);
  return entry !== undefined && !isMisnamed(entry) && loadedCompletely(corpus, ['stanza', 'node']);
}
