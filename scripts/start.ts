import { outputFolder } from '../lib/node/files/output-folder.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { astro } from '../site/integration/build/astro.ts';
import { baseBeforeLoad } from '../site/integration/content/base-before-load.ts';
import stanzaCatalog from '../site/integration/index.ts';
import { buildFrom } from './build.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { HOST, PORT_OPTION, portOf } from './cli/port-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm start -- [options]',
  summary: 'Validates the spec, builds the site and serves it on this machine.',
  options: { spec: SPEC_OPTION, port: PORT_OPTION },
  notes: 'Exit codes: 1 the spec has errors, 2 usage error or failed build. Stop it with Ctrl+C.',
};

/** `npm start`: builds into dist/ and serves it at http://localhost:4321 (under BASE_PATH if that is set). */
export async function start(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const port = portOf(given.values['port'], io);
  const { spec } = given.values;
  const folder = specFolder(spec, io);
  const out = await outputFolder(undefined, folder.root, io);
  // Locally the site is at the root, wherever it will be published.
  const base = io.env['BASE_PATH'] ? baseBeforeLoad(folder, io) : '/';
  const code = await buildFrom(spec, out, io, { base });
  if (code !== 0) return code;
  const server = await astro.preview({
    root: PROJECT_ROOT,
    outDir: out,
    integrations: [stanzaCatalog({ spec, base, io })],
    server: { host: HOST, port },
    logLevel: 'error',
  });
  io.err(`The site is at http://localhost:${server.port}${base}\n`);
  await server.closed();
  return 0;
}

if (import.meta.main) await runCommand(start);
