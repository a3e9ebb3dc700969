import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finishInterrupted, textOrNothing, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { withLf } from '../lib/source/with-lf.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';
import { typesSource } from './codegen/types-source.ts';

const USAGE: Usage = {
  call: 'npm run generate -- [options]',
  summary: 'Generates the types of the schemas: lib/schema/types.generated.ts from spec/schema/.',
  options: { check: { type: 'boolean', help: 'Write nothing; fail if the file is out of date.' } },
  notes: 'Exit codes: 0 written or up to date, 1 out of date, 2 usage error.',
};

const SCHEMAS = 'spec/schema/';
const TYPES = 'lib/schema/types.generated.ts';

/** `npm run generate`: updates the types in the working directory, or reports that they are out of date. */
export async function generate(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const path = join(io.cwd, TYPES);
  const check = given.values['check'] === true;
  if (!check) await finishInterrupted(dirname(path));
  const fresh = await typesSource(pathToFileURL(join(io.cwd, SCHEMAS)));
  const present = await textOrNothing(path);
  if (withLf(present) === fresh) return 0;
  if (check) {
    io.err(`${TYPES} is stale. Run: npm run generate\n`);
    return 1;
  }
  await writeTransaction(dirname(path), [{ path, text: fresh, fresh: false }]);
  io.out(`${TYPES}\n`);
  return 0;
}

if (import.meta.main) await runCommand(generate);
