import { fileURLToPath } from 'node:url';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { nodeFiles } from '../../lib/node/node-files.ts';

/**
 * The folder of the spec that tests of the code run on: a real one, frozen, so that no change of spec/ changes what
 * they see. test/fixtures/README.md says how it is renewed.
 */
export const FIXTURE = fileURLToPath(new URL('../fixtures/calls', import.meta.url));

/** Its files, which call themselves spec/…, as those of a repository do. */
export const FIXTURE_FILES = nodeFiles(FIXTURE, 'spec');

export const FIXTURE_CORPUS = loadCorpus(FIXTURE_FILES).corpus;
