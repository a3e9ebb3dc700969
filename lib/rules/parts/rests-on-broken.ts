import { namedBy, type Stated } from '../../corpus/evidence/rests-on.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';

/** Whether the evidence names a definition that cannot be read, so that it may support more than can be seen now. */
export function restsOnBroken(fact: Stated, corpus: Corpus): boolean {
  const isBroken = (kind: 'technique' | 'flavor' | 'capture', id: string): boolean =>
    corpus.broken.get(kind)?.has(id) ?? false;
  const { techniques, flavors, sources } = namedBy(fact, corpus);
  return (
    [...techniques].some((id) => isBroken('technique', id)) ||
    [...flavors].some((id) => isBroken('flavor', id)) ||
    [...sources].map(parseSource).some((source) => {
      if (source.kind === 'flavor') return isBroken('flavor', source.flavor);
      return source.kind === 'capture' && isBroken('capture', source.id);
    })
  );
}
