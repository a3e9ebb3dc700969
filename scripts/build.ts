import { renderPretty } from '../lib/findings/render-pretty.ts';
import { cacheFolder } from '../lib/node/cache/cache-folder.ts';
import { memoizedFiles } from '../lib/node/cache/memoized-files.ts';
import { removeLeftOvers } from '../lib/node/files/make-scratch-folder.ts';
import { outputFolder } from '../lib/node/files/output-folder.ts';
import { noCommitWords } from '../lib/node/git/last-commit.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { loadPublication } from '../lib/node/spec/load-publication.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import type * as AstroSite from '../site/integration/build/begin-astro-site.ts';
import {
  type BuildTarget,
  buildState,
  isSameBuild,
  keepBuild,
} from '../site/integration/build/build-manifest.ts';
import { beginSite } from '../site/integration/build/build-site.ts';
import { removeLeftOverCode, startCompiledPages } from '../site/integration/build/compiled-pages.ts';
import { buildInputs, unchangedDefinitions } from '../site/integration/build/unchanged-definitions.ts';
import { baseBeforeLoad } from '../site/integration/content/base-before-load.ts';
import type { Finish } from '../site/integration/output/finish-site.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { countsInWords } from './cli/counts-in-words.ts';
import { fails } from './cli/fail-on-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run build -- [options]',
  summary:
    'Validates the spec and renders it into a folder of static files. On an error the folder stays as it was.',
  options: {
    spec: SPEC_OPTION,
    out: { type: 'string', value: 'DIR', help: 'The output folder. Default: dist.' },
    portable: {
      type: 'boolean',
      help: 'For reading from disk: internal links lead to files, and there are no scripts.',
    },
    compress: {
      type: 'boolean',
      help: 'Also write a .gz and a .br of each file that compression makes smaller.',
    },
    engine: {
      type: 'string',
      choices: ['fast', 'astro'],
      help: 'astro: build like astro build, without reusing the last build. The files are the same.',
    },
  },
  notes: [
    'SITE_URL and BASE_PATH are the address of the site; they override spec.yaml.',
    'Exit codes: 0 built, 1 the spec has errors, 2 usage error or failed build.',
  ].join('\n'),
};

/** For fewer facts, starting a second thread takes longer than it saves. */
const WORTH_A_THREAD = 5000;

// Loading Astro takes half a second; the fast engine does not need it.
const beginAstroSite: typeof AstroSite.beginAstroSite = async (...given) =>
  (await import('../site/integration/build/begin-astro-site.ts')).beginAstroSite(...given);

/** `npm run build`: validates the spec and writes dist/. */
export async function build(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { root } = specFolder(given.values['spec'], io);
  const out = await outputFolder(given.values['out'], root, io);
  return buildFrom(given.values['spec'], out, io, {
    finish: { portable: given.values['portable'] === true, compress: given.values['compress'] === true },
    isFast: given.values['engine'] !== 'astro',
  });
}

export interface BuildOptions {
  /** The base path of the site, with slashes at both ends. Default: from BASE_PATH or the spec. */
  readonly base?: string | undefined;
  readonly finish?: Finish;
  /** Whether to reuse results of the last build, and to render with undocumented parts of Astro. */
  readonly isFast?: boolean;
}

/**
 * Validates the spec, builds the site, and reports on stderr what it did and how long that took.
 * @param spec the value of --spec
 * @param out absolute path of the output folder
 */
export async function buildFrom(
  spec: string | boolean | undefined,
  out: string,
  io: Io,
  { base, finish = {}, isFast = true }: BuildOptions = {},
): Promise<ExitCode> {
  const start = performance.now();
  const given = specFolder(spec, io);
  const folder = { ...given, files: memoizedFiles(given.files) };
  const target: BuildTarget = { folder, out, finish, base };
  await removeLeftOvers(out);
  await removeLeftOverCode();
  const state = await buildState(target, io);
  const { last, noCommit } = state;
  // The warning comes last, so that after a failure only the failure is printed.
  const done = (words: string): ExitCode => {
    io.err(`${words}\n${noCommit === undefined ? '' : noCommitWords(noCommit)}`);
    return 0;
  };
  if (isFast && last !== undefined && isSameBuild(last, target)) {
    io.out(renderPretty(last.findings, prettyOptions(new Map(last.texts), io)));
    return done(`Nothing has changed; ${out} has the ${last.pages} pages of the last build.`);
  }
  const expected = base ?? baseBeforeLoad(folder, io);
  // The pages are compiled while the spec is read.
  const early = !isFast || expected === undefined ? undefined : startCompiledPages(expected, cacheFolder(io));
  try {
    const { publication, preloaded, validate, trace } = await loadPublication(folder, io, base);
    const code = early?.base === publication.base ? early : undefined;
    const { corpus } = publication;
    const made = buildInputs(corpus, trace(), last?.made);
    // If the commit changed meanwhile, reused pages would show the old one.
    const isSameCommit = publication.commit === state.commit;
    const same =
      last !== undefined && isSameCommit ? unchangedDefinitions(corpus, last.made, made) : undefined;
    const threaded = corpus.facts.length >= WORTH_A_THREAD ? preloaded : undefined;
    const site = isFast
      ? await beginSite(publication, out, { finish, preloaded: threaded, code, same, folder: state.folder })
      : await beginAstroSite(publication, out, finish);
    try {
      const { findings, counts, texts } = await validate();
      io.out(renderPretty(findings, prettyOptions(texts, io)));
      if (fails(findings, 'error')) {
        io.err(`Not built: the spec has errors. ${out} is as it was.\n`);
        return 1;
      }
      const read = performance.now();
      const { pages, folder: published } = await site.publish();
      const [first, second] = [read - start, performance.now() - read].map(
        (ms) => `${(ms / 1000).toFixed(1)} s`,
      );
      const kept = { key: state.key, folder: published };
      keepBuild(target, io, kept, { trace: trace(), made, pages, findings, counts, texts });
      return done(`Read ${countsInWords(counts)} in ${first}; wrote ${pages} pages to ${out} in ${second}.`);
    } finally {
      await site.end();
    }
  } finally {
    await early?.end();
  }
}

if (import.meta.main) await runCommand(build);
