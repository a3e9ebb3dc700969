import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { factHistories } from '../lib/diff/releases/fact-histories.ts';
import { stanzaTypes } from '../lib/export/formats/stanza-types.ts';
import { exportContext } from '../lib/export/json/export-context.ts';
import { specJson } from '../lib/export/json/spec-json.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { makeScratchFolder, removeFolder, removeLeftOvers } from '../lib/node/files/make-scratch-folder.ts';
import { swapFolder } from '../lib/node/files/swap-folder.ts';
import { noCommitWords } from '../lib/node/git/last-commit.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { loadPublication } from '../lib/node/spec/load-publication.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { fails } from './cli/fail-on-option.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run package -- [options]',
  summary: [
    'Writes the content of the npm package to dist-package: the library as JavaScript with types, the corpus as',
    'corpus.json, and the types of its stanzas. `npm pack` runs this first.',
  ].join('\n'),
  options: { spec: SPEC_OPTION },
  notes: 'Exit codes: 0 written, 1 the spec has errors, 2 usage error or failure.',
};

/** `npm run package`: writes dist-package/. Node strips no types below node_modules, so packages need JavaScript. */
export async function buildPackage(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { publication, validate, noCommit } = await loadPublication(specFolder(given.values['spec'], io), io);
  const validated = await validate();
  if (fails(validated.findings, 'error')) {
    io.err(renderPretty(validated.findings, prettyOptions(validated.texts, io)));
    io.err('Not packed: the spec has errors.\n');
    return 1;
  }
  const out = resolve(PROJECT_ROOT, 'dist-package');
  await removeLeftOvers(out);
  const fresh = await makeScratchFolder(out);
  try {
    await compile(fresh);
    const { corpus, releases } = publication;
    const histories = factHistories(corpus, releases);
    await mkdir(fresh, { recursive: true });
    await writeFile(join(fresh, 'corpus.json'), specJson(publication, exportContext(publication, histories)));
    await writeFile(join(fresh, 'types.d.ts'), stanzaTypes(corpus));
    await writeFile(join(fresh, 'types.js'), '// This module has only types.\nexport {};\n');
    await swapFolder(fresh, out);
  } finally {
    await removeFolder(fresh);
  }
  io.err(`Wrote ${out}.\n${noCommit === undefined ? '' : noCommitWords(noCommit)}`);
  return 0;
}

/** Compiles the library. @throws with the output of the compiler */
async function compile(out: string): Promise<void> {
  const compiler = join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc');
  const args = [compiler, '--project', join(PROJECT_ROOT, 'tsconfig.package.json'), '--outDir', out];
  try {
    await promisify(execFile)(process.execPath, args);
  } catch (error) {
    const { stdout = '' } = error as { stdout?: string };
    throw new Error(`The library does not compile.\n${stdout}`, { cause: error });
  }
}

if (import.meta.main) await runCommand(buildPackage);
