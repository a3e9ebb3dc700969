import type { Corpus } from '../model/corpus.ts';

/**
 * Whether a flavor speaks the protocol itself. An extract of another client and a description of the protocol do not;
 * an id without a definition is taken for an implementation.
 */
export const isImplementation = (id: string, { definitions }: Pick<Corpus, 'definitions'>): boolean =>
  (definitions.flavor.get(id)?.data.kind ?? 'implementation') === 'implementation';
