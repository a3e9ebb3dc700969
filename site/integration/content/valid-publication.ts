import type { Published } from '../../../lib/diff/bundle/published.ts';
import { renderPretty } from '../../../lib/findings/render-pretty.ts';
import { noCommitWords } from '../../../lib/node/git/last-commit.ts';
import type { Io } from '../../../lib/node/process/io.ts';
import { prettyOptions } from '../../../lib/node/process/pretty-options.ts';
import { loadPublication } from '../../../lib/node/spec/load-publication.ts';
import type { SpecFolder } from '../../../lib/node/spec/spec-folder.ts';
import { specError } from './spec-error.ts';

/**
 * Loads a spec to build, and prints its findings as `npm run validate` does.
 * @param base the base path of the site; by default from SITE_URL, BASE_PATH and spec.yaml
 * @throws AstroError with the location of the first error, if there are errors
 */
export async function validPublication(folder: SpecFolder, io: Io, base?: string): Promise<Published> {
  const { publication, validate, noCommit } = await loadPublication(folder, io, base);
  const { findings, texts } = await validate();
  io.out(renderPretty(findings, prettyOptions(texts, io)));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw specError(errors);
  if (noCommit !== undefined) io.err(noCommitWords(noCommit));
  return publication;
}
