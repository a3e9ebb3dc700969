import type { Capture } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

/** A third-party client whose own writing a capture shows; the flavor is undefined where nobody says which. */
export interface ObservedLibrary {
  readonly flavor: string | undefined;
}

/**
 * The third-party client that wrote a captured stanza itself; undefined where the server or an official client
 * wrote it. What such a client sends is its authors' reading of the protocol: with its code it is one source, and
 * no evidence of the technique that logged it. `source.client` says which program was observed; without it, a
 * technique that instruments libraries observed one.
 */
export function observedLibrary(
  {
    direction,
    source: { client, technique },
  }: Pick<Capture, 'direction'> & {
    readonly source: Pick<Capture['source'], 'client' | 'technique'>;
  },
  { techniques }: Pick<Corpus, 'techniques'>,
): ObservedLibrary | undefined {
  if (direction === 'incoming' || client === 'official') return undefined;
  if (client !== undefined) return { flavor: client };
  return techniques.get(technique)?.observes === 'library' ? { flavor: undefined } : undefined;
}
