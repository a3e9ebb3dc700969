import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { SPEC_OPTION } from '../lib/node/spec/spec-folder.ts';
import { astro } from '../site/integration/build/astro.ts';
import stanzaCatalog from '../site/integration/index.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { HOST, PORT_OPTION, portOf } from './cli/port-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run dev -- [options]',
  summary: 'Serves the site live: saving a YAML file updates the open pages, which also show its errors.',
  options: { spec: SPEC_OPTION, port: PORT_OPTION },
  notes: 'Stop it with Ctrl+C.',
};

/** `npm run dev`: serves the site while it is edited. A spec with errors is served as far as it can be read. */
export async function dev(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { spec } = given.values;
  const port = portOf(given.values['port'], io);
  const running = await astro.dev({
    root: PROJECT_ROOT,
    logLevel: 'warn',
    server: { host: HOST, port },
    integrations: [stanzaCatalog({ spec, base: '/', io })],
    vite: { logLevel: 'warn' },
  });
  io.err(`The site is at http://localhost:${running.address.port}/\n`);

  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await running.stop();
  return 0;
}

if (import.meta.main) await runCommand(dev);
