import type { Kind } from '../../schema/kinds.ts';
import type { Corpus } from './corpus.ts';

/**
 * Whether every definition of some kinds could be read. Where one is there and broken, nobody can say what the spec
 * does not hold, and a rule that needs to know it says nothing: the broken file has its own findings.
 */
export function loadedCompletely({ broken }: Corpus, kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => (broken.get(kind)?.size ?? 0) === 0);
}
