import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finishInterrupted, textOrNothing, writeTransaction } from '../lib/node/files/write-transaction.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { withLf } from '../lib/source/with-lf.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';
import { schemasSource } from './codegen/schemas-source.ts';
import { typesSource } from './codegen/types-source.ts';

const USAGE: Usage = {
  call: 'npm run generate -- [options]',
  summary: 'Generates the types and the imports of the schemas in lib/schema/ from spec/schema/.',
  options: { check: { type: 'boolean', help: 'Write nothing; fail if a file is out of date.' } },
  notes: 'Exit codes: 0 written or up to date, 1 out of date, 2 usage error.',
};

const SCHEMAS = 'spec/schema/';
const GENERATED: Readonly<Record<string, (schemas: URL) => Promise<string>>> = {
  'lib/schema/types.generated.ts': typesSource,
  'lib/schema/schemas.generated.ts': (schemas) => schemasSource(schemas, `../../${SCHEMAS}`),
};

/** `npm run generate`: updates the generated files in the working directory, or reports those that are out of date. */
export async function generate(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const check = given.values['check'] === true;
  let exitCode: ExitCode = 0;
  for (const [file, source] of Object.entries(GENERATED)) {
    const path = join(io.cwd, file);
    if (!check) await finishInterrupted(dirname(path));
    const fresh = await source(pathToFileURL(join(io.cwd, SCHEMAS)));
    if (withLf(await textOrNothing(path)) === fresh) continue;
    if (check) {
      io.err(`${file} is out of date: it differs from spec/schema/. Update it: npm run generate\n`);
      exitCode = 1;
      continue;
    }
    await writeTransaction(dirname(path), [{ path, text: fresh, fresh: false }]);
    io.out(`${file}\n`);
  }
  return exitCode;
}

if (import.meta.main) await runCommand(generate);
