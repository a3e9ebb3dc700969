import type { Kind } from '../../schema/kinds.ts';
import type { Corpus } from './corpus.ts';

/**
 * Whether every definition of some kinds could be read. While one is broken, it is unknown what the spec does not
 * contain, and rules that depend on it report nothing: the broken file has its own findings.
 */
export function loadedCompletely({ broken }: Corpus, kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => (broken.get(kind)?.size ?? 0) === 0);
}
