import type { Corpus } from '../../../corpus/model/corpus.ts';
import type { CaptureWays } from '../../../prose/ways.ts';
import { libraryOfForm } from '../../forms/index.ts';
import type { DraftOptions, Left } from './draft-options.ts';

/** The program whose log it is. */
export interface ClientOfLog {
  /** The one that the options name, the library whose logger wrote the log, or what the technique observes. */
  readonly client: string | undefined;
  /** The library that printed it, if the spec has no flavor of it and the options name no program. */
  readonly unknownLibrary: string | undefined;
}

/**
 * @param form the form that a stanza of the log was read from
 * @param options what is said of the log
 */
export function clientOfLog(
  form: string,
  { client: said, technique }: Pick<DraftOptions, 'client' | 'technique'>,
  { definitions, techniques }: Pick<Corpus, 'definitions' | 'techniques'>,
): ClientOfLog {
  const library = libraryOfForm(form);
  const isOfficial = library === undefined && techniques.get(technique)?.observes === 'official';
  const isKnown = library !== undefined && definitions.flavor.has(library);
  return {
    client: said ?? (isKnown ? library : isOfficial ? 'official' : undefined),
    unknownLibrary: said === undefined && !isKnown ? library : undefined,
  };
}

/** What is left to people where a library sent a stanza that the spec does not know. */
export const unknownClient = (library: string, line: number | undefined, ways: CaptureWays): Left => ({
  code: 'unknown-client',
  line,
  reason: `it was printed by ${library}, which is not a flavor of the spec, so it supports no fact; name the program that sent it with ${ways.nameClient}`,
});
