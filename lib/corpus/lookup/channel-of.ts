import type { Corpus } from '../model/corpus.ts';

/** The channel on which a technique listens, in words. */
export const channelOf = ({ techniques }: Corpus, id: string): string =>
  techniques.get(id)?.channel ?? 'not known';
