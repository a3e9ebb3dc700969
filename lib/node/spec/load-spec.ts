import { loadCorpus } from '../../corpus/load/load-corpus.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { renderPretty } from '../../findings/render-pretty.ts';
import type { Io } from '../process/io.ts';
import { prettyOptions } from '../process/pretty-options.ts';
import { preloadDefinitions } from './preload-definitions.ts';
import type { SpecFolder } from './spec-folder.ts';

/**
 * Reads a spec of which nothing may be missing: what is counted or compared must be there. The errors of one
 * that cannot be read whole go to stderr, and undefined comes back. Rules are not asked; that is `validate`.
 */
export async function loadSpec(folder: SpecFolder, io: Io): Promise<Corpus | undefined> {
  const { corpus, findings, texts } = loadCorpus(await preloadDefinitions(folder, io));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return corpus;
  io.err(renderPretty(errors, prettyOptions(texts, io)));
  return undefined;
}
