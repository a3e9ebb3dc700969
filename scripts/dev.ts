import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Published } from '../lib/diff/published.ts';
import type { Finding } from '../lib/findings/finding.ts';
import { printable } from '../lib/findings/printable.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { readArguments, type Usage } from './shared/arguments.ts';
import { dev } from './shared/astro.ts';
import { PROJECT } from './shared/build-site.ts';
import { fails } from './shared/fail-on.ts';
import type { ExitCode, Io } from './shared/io.ts';
import { loadPublication } from './shared/load-publication.ts';
import { HOST, PORT_OPTION, portOf } from './shared/port.ts';
import { prettyOptions } from './shared/pretty-options.ts';
import { publicationPlugin } from './shared/publication-plugin.ts';
import { runCommand } from './shared/run-command.ts';
import { siteFilesPlugin } from './shared/site-files-plugin.ts';
import { SPEC_OPTION, specFolder } from './shared/spec-folder.ts';

const USAGE: Usage = {
  call: 'npm run dev -- [options]',
  summary:
    'Serves the site live: saving a YAML file updates the open page; a broken one shows its finding there.',
  options: { spec: SPEC_OPTION, port: PORT_OPTION },
  notes: 'Stop it with Ctrl+C.',
};

/** Editors save in several steps; one look a moment later sees the end of them. */
const SETTLE_MS = 60;

/** `npm run dev`: the site as it is being written. A spec that is broken from the start is served as far as it can be read. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const folder = specFolder(given.values['spec'], io);
  const port = portOf(given.values['port'], io);

  let current: { publication: Published; findings: readonly Finding[]; report: string };
  const load = async (): Promise<void> => {
    const { validated, publication } = await loadPublication(folder, io, (address) => ({
      ...address,
      base: '/',
    }));
    const { findings, texts } = validated;
    const report = renderPretty(findings, prettyOptions(texts, io));
    io.err(report === '' ? 'The spec has no findings.\n' : report);
    current = { publication, findings, report };
  };
  await load();

  let server: ViteDevServer | undefined;
  const show = (): void => {
    if (server === undefined) return;
    if (fails(current.findings, 'error')) server.ws.send(overlay(current.findings, current.report));
  };
  const running = await dev({
    root: PROJECT,
    base: '/',
    logLevel: 'warn',
    server: { host: HOST, port },
    vite: {
      logLevel: 'warn',
      plugins: [
        publicationPlugin(() => current.publication),
        siteFilesPlugin(() => current.publication),
        {
          name: 'stanza-catalog:live',
          configureServer(vite) {
            server = vite;
            // A page that is opened while the spec is broken shows the finding too.
            vite.ws.on('connection', show);
          },
        },
      ],
    },
  });
  io.err(`The site is at http://localhost:${running.address.port}/\n`);

  const refresh = async (): Promise<void> => {
    await load();
    if (fails(current.findings, 'error')) return show();
    // Every page shows some part of the corpus, so every module that was rendered from it starts anew.
    for (const environment of Object.values(server?.environments ?? {}))
      environment.moduleGraph.invalidateAll();
    server?.ws.send({ type: 'full-reload' });
  };
  const stopWatching = watchSpec(folder.root, () => {
    refresh().catch((error: unknown) => io.err(`${printable(String(error))}\n`));
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  stopWatching();
  await running.stop();
  return 0;
}

// Folders are watched and not files: an editor that puts a new file in the place of the old one is seen too.
function watchSpec(root: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of [root, ...folders.map(({ name }) => join(root, name))]) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          look();
          changed();
        }, SETTLE_MS);
      });
      // A folder that is taken away ends its own watch.
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    }
  };
  look();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** The findings as Vite's error overlay: it prints text, never markup. */
function overlay(findings: readonly Finding[], report: string) {
  const [first] = findings.filter(({ level }) => level === 'error');
  const { file = '', line = 1, column = 1, code, message = '' } = first ?? {};
  return {
    type: 'error' as const,
    err: {
      name: 'The spec has errors',
      message: `${file}:${line}:${column} ${code}: ${message}`,
      stack: '',
      id: file,
      frame: report,
      loc: { file, line, column },
    },
  };
}

if (import.meta.main) await runCommand(main);
