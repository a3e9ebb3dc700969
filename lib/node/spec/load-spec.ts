import { loadCorpus } from '../../corpus/load/load-corpus.ts';
import { packedReader } from '../../corpus/load/read-definition.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { FindingCode } from '../../findings/codes.ts';
import { renderPretty } from '../../findings/render-pretty.ts';
import type { Io } from '../process/io.ts';
import { prettyOptions } from '../process/pretty-options.ts';
import { preloadDefinitions } from './preload-definitions.ts';
import type { SpecFolder } from './spec-folder.ts';

/**
 * Loads a spec that is to be counted or compared, so that no definition may be missing from it. The rules are not run;
 * that is what `validate` does.
 * @param repairs the code of errors that do not matter, since the command replaces what has them
 * @returns undefined when a definition has errors, which are then on stderr
 */
export async function loadSpec(
  folder: SpecFolder,
  io: Io,
  { repairs }: { readonly repairs?: FindingCode | undefined } = {},
): Promise<Corpus | undefined> {
  const { files, packs } = await preloadDefinitions(folder, io);
  const { corpus, findings, texts } = loadCorpus(files, { readDefinition: packedReader(packs) });
  const errors = findings.filter(({ level, code }) => level === 'error' && code !== repairs);
  if (errors.length === 0) return corpus;
  io.err(renderPretty(errors, prettyOptions(texts, io)));
  return undefined;
}
