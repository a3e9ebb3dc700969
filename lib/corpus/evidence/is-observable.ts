import type { Corpus } from '../model/corpus.ts';
import type { Stated } from './rests-on.ts';

/**
 * Whether captured stanzas can show a fact. A value of an enum that no stanza uses as a type, such as an error code of
 * the metrics, never occurs in one: only the code shows it.
 */
export function isObservable({ kind, owner }: Pick<Stated, 'kind' | 'owner'>, corpus: Corpus): boolean {
  return kind !== 'value' || owner === undefined || (corpus.usesOfEnum.get(owner)?.length ?? 0) > 0;
}
