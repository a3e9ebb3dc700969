import type { Corpus } from '../../lib/corpus/corpus.ts';
import type { FilePort } from '../../lib/corpus/file-port.ts';
import { loadCorpus } from '../../lib/corpus/load.ts';
import { renderPretty } from '../../lib/findings/render-pretty.ts';
import type { Io } from './io.ts';
import { prettyOptions } from './pretty-options.ts';

/**
 * Reads a spec of which nothing may be missing: what is counted or compared must be there. The errors of one
 * that cannot be read whole go to stderr, and undefined comes back. Rules are not asked; that is `validate`.
 */
export function readWholeSpec(files: FilePort, io: Io): Corpus | undefined {
  const { corpus, findings, texts } = loadCorpus(files);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return corpus;
  io.err(renderPretty(errors, prettyOptions(texts, io)));
  return undefined;
}
