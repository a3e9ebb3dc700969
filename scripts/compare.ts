import { compareExtracts } from '../lib/corpus/sources/extracts/compare-extracts.ts';
import { extractFiles } from '../lib/corpus/sources/extracts/read-extract.ts';
import { renderComparison } from '../lib/corpus/sources/extracts/render-comparison.ts';
import { openClones } from '../lib/node/git/open-clones.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { jsonText } from '../lib/text/json-text.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { CLONES_OPTION, clonesFolder } from './cli/clones-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run compare -- --clones DIR [options]',
  summary: `Holds presence, repetition, type and values of facts against the extracts of flavors: files in which a program
states what a client writes and reads. First what contradicts a source that the fact cites itself.`,
  options: {
    clones: CLONES_OPTION,
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json'], help: 'The output format.' },
  },
  notes: `Nothing is read from the network. The extracts are the files under extracts: in the files of flavors.
Exit codes: 0 nothing contradicts a cited source; 1 something does, or an extract cannot be read; 2 usage error.`,
};

/** `npm run compare`: facts beside what extracts state by machine. */
export async function compare(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const folder = clonesFolder(given.values['clones'], io);
  const corpus = await loadSpec(specFolder(given.values['spec'], io), io);
  if (corpus === undefined) return 1;
  const paths = new Map(
    [...Map.groupBy(extractFiles(corpus), ({ flavor }) => flavor)].map(([flavor, files]) => [
      flavor,
      new Set(files.map(({ path }) => path)),
    ]),
  );
  const { opened } = await openClones(corpus, folder, { paths });
  const compared = compareExtracts(corpus, opened);
  io.out(given.values['format'] === 'json' ? jsonText(compared) : renderComparison(compared));
  return compared.contradictions.length + compared.unread.length > 0 ? 1 : 0;
}

if (import.meta.main) await runCommand(compare);
