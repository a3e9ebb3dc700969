import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCorpus } from '../../lib/corpus/load.ts';
import { nodeFiles } from '../../lib/corpus/node-files.ts';
import { PROJECT } from '../../scripts/shared/project.ts';
import { buildOnce } from '../helpers/built-site.ts';

/** The folder of the spec of this repository. Tests of the code run on a frozen one; see test/helpers. */
export const LIVE = join(PROJECT, 'spec');

export const LIVE_FILES = nodeFiles(LIVE, 'spec');

export const LIVE_CORPUS = loadCorpus(LIVE_FILES).corpus;

let built: Promise<string> | undefined;

/** The folder of its site, built once for a test file, and taken away at the end of it. */
export function liveSite(): Promise<string> {
  built ??= buildOnce(LIVE).then((out) => {
    process.on('exit', () => rmSync(dirname(out), { recursive: true, force: true }));
    return out;
  });
  return built;
}
