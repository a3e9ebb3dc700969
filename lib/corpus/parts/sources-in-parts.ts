import type { Pointer } from '../../source/mark.ts';
import type { Corpus, Entry } from '../model/corpus.ts';

/** The sources of vectors and of constants: those of facts are with the facts. */
export function* sourcesInParts({ definitions }: Corpus): Generator<{
  readonly entry: Entry<'part'>;
  readonly pointer: Pointer;
  readonly sources: readonly string[];
}> {
  for (const entry of definitions.part.values()) {
    const { layout = [], procedure = [] } = entry.data;
    for (const [i, { vectors = [] }] of layout.entries()) {
      for (const [j, { sources = [] }] of vectors.entries()) {
        yield { entry, pointer: ['layout', i, 'vectors', j, 'sources'], sources };
      }
    }
    for (const [i, { constants = [] }] of procedure.entries()) {
      for (const [j, { sources = [] }] of constants.entries()) {
        yield { entry, pointer: ['procedure', i, 'constants', j, 'sources'], sources };
      }
    }
  }
}
