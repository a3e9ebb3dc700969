import type { Corpus } from './corpus.ts';
import type { Stated } from './rests-on.ts';

/**
 * Whether a capture of the wire can show a fact. A value of an enum that is the type of nothing in a stanza,
 * such as a code of the metrics, never travels in one.
 */
export function isOnWire({ kind, owner }: Pick<Stated, 'kind' | 'owner'>, corpus: Corpus): boolean {
  return kind !== 'value' || owner === undefined || (corpus.usesOfEnum.get(owner)?.length ?? 0) > 0;
}
