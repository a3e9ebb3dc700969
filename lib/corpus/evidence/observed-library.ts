import type { Capture } from '../../schema/types.generated.ts';
import type { Corpus } from '../model/corpus.ts';

/** A third-party client whose own output was captured; the flavor is undefined if it is not known which one. */
export interface ObservedLibrary {
  readonly flavor: string | undefined;
}

/**
 * The third-party client that wrote a captured stanza; undefined if the server or an official client did. The output of
 * such a client shows how its authors understand the protocol: together with its code it is one source, and no evidence
 * for the technique that logged it. `source.client` names the program; without it, a technique that instruments
 * libraries observed one of them.
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
