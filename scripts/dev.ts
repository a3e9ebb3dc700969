import { relative, sep } from 'node:path';
import type { ErrorPayload } from 'vite';
import type { Published } from '../lib/diff/bundle/published.ts';
import type { Finding } from '../lib/findings/finding.ts';
import { type PrettyOptions, renderPretty } from '../lib/findings/render-pretty.ts';
import { noCommitWords } from '../lib/node/git/last-commit.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { PROJECT } from '../lib/node/process/project-root.ts';
import { loadPublication } from '../lib/node/spec/load-publication.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { printable, printableLine } from '../lib/text/printable.ts';
import { dev } from '../site/integration/build/astro.ts';
import { publicationPlugin } from '../site/integration/content/publication-module.ts';
import { siteFilesPlugin } from '../site/integration/content/published-files-middleware.ts';
import { oneAtATime } from '../site/integration/dev/coalesce.ts';
import { livePages } from '../site/integration/dev/live-reload.ts';
import { watchSpec } from '../site/integration/dev/watch-spec.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { fails } from './cli/fail-on.ts';
import { HOST, PORT_OPTION, portOf } from './cli/port.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run dev -- [options]',
  summary:
    'Serves the site live: saving a YAML file updates the open page; a broken one shows its finding there.',
  options: { spec: SPEC_OPTION, port: PORT_OPTION },
  notes: 'Stop it with Ctrl+C.',
};

/** `npm run dev`: the site as it is being written. A spec that is broken from the start is served as far as it can be read. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const folder = specFolder(given.values['spec'], io);
  const port = portOf(given.values['port'], io);

  let current: Current | undefined;
  // What was saved since the spec was last free of errors: the findings that its author looks for.
  const saved = new Set<string>();
  const load = async (): Promise<Current> => {
    const { publication, judge, noCommit } = await loadPublication(folder, io, '/');
    if (current === undefined && noCommit !== undefined) io.err(noCommitWords(noCommit));
    const { findings, texts } = await judge();
    const options = prettyOptions(texts, io);
    const report = renderPretty(findings, options);
    io.err(report === '' ? 'The spec has no findings.\n' : report);
    return { publication, findings, texts: options };
  };
  const live = livePages(() =>
    current !== undefined && fails(current.findings, 'error') ? overlay(current, saved) : undefined,
  );
  const refresh = oneAtATime(async () => {
    const next = await load();
    await live.change(() => {
      current = next;
      if (!fails(next.findings, 'error')) saved.clear();
    });
  });
  // Watched from before it is read: what is saved while the server starts is seen too.
  const stopWatching = watchSpec(folder.root, (paths) => {
    for (const path of paths) {
      const file = [folder.files.name, path].filter((part) => part !== '').join('/');
      // The last one that was saved comes last.
      saved.delete(file);
      saved.add(file);
    }
    refresh().catch((error: unknown) => io.err(`${printable(String(error))}\n`));
  });
  try {
    await refresh();

    const publication = (): Published => {
      if (current === undefined) throw new Error('The spec was not read yet.');
      return current.publication;
    };
    const running = await dev({
      root: PROJECT,
      base: '/',
      logLevel: 'warn',
      server: { host: HOST, port },
      integrations: [live.integration],
      vite: {
        logLevel: 'warn',
        server: { watch: { ignored: isNoSource } },
        plugins: [live.plugin, publicationPlugin(publication), siteFilesPlugin(publication)],
      },
    });
    io.err(`The site is at http://localhost:${running.address.port}/\n`);

    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    await running.stop();
  } finally {
    stopWatching();
  }
  return 0;
}

/** A state of the spec. */
interface Current {
  readonly publication: Published;
  readonly findings: readonly Finding[];
  /** The lines that findings stand in. */
  readonly texts: Pick<PrettyOptions, 'lines'>;
}

/** What the pages are made of, besides the spec. */
const SOURCES: ReadonlySet<string> = new Set(['lib', 'site', 'public', 'astro.config.mjs']);

// Vite would watch the whole project, and tell every page of each HTML file in it: hundreds, while a build goes on.
function isNoSource(path: string): boolean {
  const [top = ''] = relative(PROJECT, path).split(sep);
  return top !== '' && top !== '..' && !SOURCES.has(top);
}

/** The errors as an error overlay: all of them with their lines and hints, those of the file that was saved last first. */
function overlay({ findings, texts }: Current, saved: ReadonlySet<string>): ErrorPayload {
  const errors = findings.filter(({ level }) => level === 'error');
  const last = [...saved].reverse().find((name) => errors.some(({ file }) => file === name));
  const first = errors.filter(({ file }) => file === last);
  const inOrder = [...first, ...errors.filter(({ file }) => file !== last)];
  const [{ file = '', line = 1, column = 1, code = '' } = {}] = inOrder;
  const { lines } = texts;
  return {
    type: 'error',
    err: {
      name: 'The spec has errors',
      // Astro prints this one as markup; what stands in the box of the stack it prints as text.
      message: escapeHtml(printableLine(`${file}:${line}:${column} ${code}`)),
      stack: renderPretty(inOrder, { lines, color: false }),
    },
  };
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

if (import.meta.main) await runCommand(main);
