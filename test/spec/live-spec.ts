import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { buildOnce } from '../helpers/site/build-once.ts';

/** The folder of the spec of this repository. Tests of the code run on a frozen one; see test/helpers. */
export const LIVE = join(PROJECT_ROOT, 'spec');

export const LIVE_FILES = nodeFiles(LIVE, 'spec');

export const LIVE_CORPUS = loadCorpus(LIVE_FILES).corpus;

let built: Promise<string> | undefined;

/**
 * The folder of its site: the one that check:spec or the global set-up has built. A test file that is run alone builds
 * its own and takes it away at its end.
 */
export function liveSite(): Promise<string> {
  if (process.env['LIVE_SITE']) return Promise.resolve(process.env['LIVE_SITE']);
  built ??= buildOnce(LIVE).then((out) => {
    process.on('exit', () => rmSync(dirname(out), { recursive: true, force: true }));
    return out;
  });
  return built;
}
