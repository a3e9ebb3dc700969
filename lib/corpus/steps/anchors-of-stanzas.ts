import { rowsOf } from '../facts/rows-of.ts';
import type { Corpus } from '../model/corpus.ts';
import { loadedCompletely } from '../model/loaded-completely.ts';

/**
 * The anchors of everything that the spec describes in some stanzas. Undefined where that is not known: one of them does
 * not exist, has the name of another, or a stanza or shared node is broken; these have their own findings.
 */
export function anchorsOfStanzas(corpus: Corpus, ids: readonly string[]): readonly string[] | undefined {
  const { stanza } = corpus.definitions;
  if (!ids.every((id) => stanza.get(id)?.data.id === id)) return undefined;
  if (!loadedCompletely(corpus, ['stanza', 'node'])) return undefined;
  return ids.flatMap((id) => rowsOf(corpus, 'stanza', id).map(({ anchor }) => anchor));
}
