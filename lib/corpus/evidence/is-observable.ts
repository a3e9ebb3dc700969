import type { Corpus } from '../model/corpus.ts';
import type { Stated } from './evidence-index.ts';

/**
 * Whether a captured stanza can show a fact, wherever it is captured. A value of an enum that is the type of
 * nothing in a stanza, such as a code of the metrics, never stands in one: only the code shows it.
 */
export function isObservable({ kind, owner }: Pick<Stated, 'kind' | 'owner'>, corpus: Corpus): boolean {
  return kind !== 'value' || owner === undefined || (corpus.usesOfEnum.get(owner)?.length ?? 0) > 0;
}
