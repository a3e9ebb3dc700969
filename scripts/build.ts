import { renderPretty } from '../lib/findings/render-pretty.ts';
import { readArguments, type Usage } from './shared/arguments.ts';
import { keepBuild, sameBuild } from './shared/build-record.ts';
import { buildSite } from './shared/build-site.ts';
import { countsInWords } from './shared/counts-in-words.ts';
import { fails } from './shared/fail-on.ts';
import type { Finish } from './shared/finish-site.ts';
import type { ExitCode, Io } from './shared/io.ts';
import { loadPublication } from './shared/load-publication.ts';
import { outputFolder } from './shared/output-folder.ts';
import { prettyOptions } from './shared/pretty-options.ts';
import { runCommand } from './shared/run-command.ts';
import type { SiteAddress } from './shared/site-address.ts';
import { SPEC_OPTION, specFolder } from './shared/spec-folder.ts';

const USAGE: Usage = {
  call: 'npm run build -- [options]',
  summary:
    'Validates the spec and renders it into a folder of static files. An error leaves the folder as it was.',
  options: {
    spec: SPEC_OPTION,
    out: { type: 'string', value: 'DIR', help: 'Where to write. Default: dist.' },
    portable: {
      type: 'boolean',
      help: 'For reading from disk: addresses inside the site lead to files, scripts are left out.',
    },
    compress: { type: 'boolean', help: 'Write a .gz and a .br beside each file that they make smaller.' },
  },
  notes: [
    'SITE_URL and BASE_PATH say where the site will stand; they override spec.yaml.',
    'Exit codes: 0 built, 1 the spec has errors, 2 misuse or a failed build.',
  ].join('\n'),
};

/** `npm run build`: validate, then dist/. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { root } = specFolder(given.values['spec'], io);
  const out = await outputFolder(given.values['out'], root, io);
  return buildFrom(given.values['spec'], out, io, {
    finish: { portable: given.values['portable'] === true, compress: given.values['compress'] === true },
  });
}

export interface BuildOptions {
  readonly address?: (given: SiteAddress) => SiteAddress;
  readonly finish?: Finish;
}

/**
 * Validates the spec and builds the site, and says on stderr what it did and how long it took.
 * @param spec the value of --spec
 * @param out absolute path of the folder to write
 * @param options where the site will stand, when that is not what the spec and the environment say; and what it
 *   is made ready for
 */
export async function buildFrom(
  spec: string | boolean | undefined,
  out: string,
  io: Io,
  { address, finish = {} }: BuildOptions = {},
): Promise<ExitCode> {
  const start = performance.now();
  const folder = specFolder(spec, io);
  // Who gives an address in code asks for more than a record can tell.
  const target = address === undefined ? { folder, out, finish } : undefined;
  const same = target === undefined ? undefined : await sameBuild(target, io);
  if (same !== undefined) {
    io.out(renderPretty(same.findings, prettyOptions(new Map(same.texts), io)));
    io.err(`Nothing has changed; ${out} has the ${same.pages} pages of the last build.\n`);
    return 0;
  }
  const { validated, publication, ahead, trace } = await loadPublication(folder, io, address);
  const { findings, counts, texts } = validated;
  io.out(renderPretty(findings, prettyOptions(texts, io)));
  if (fails(findings, 'error')) {
    io.err(`Not built: the spec has errors. ${out} is as it was.\n`);
    return 1;
  }
  const read = performance.now();
  const pages = await buildSite(publication, out, finish, ahead);
  const [first, second] = [read - start, performance.now() - read].map((ms) => `${(ms / 1000).toFixed(1)} s`);
  if (target !== undefined) await keepBuild(target, io, { trace, pages, findings, counts, texts });
  io.err(`Read ${countsInWords(counts)} in ${first}; wrote ${pages} pages to ${out} in ${second}.\n`);
  return 0;
}

if (import.meta.main) await runCommand(main);
