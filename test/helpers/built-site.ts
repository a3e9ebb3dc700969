import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildFrom } from '../../scripts/build.ts';
import { PROJECT } from '../../scripts/shared/project.ts';
import { testIo } from './test-io.ts';

let built: Promise<string> | undefined;

/**
 * The folder of this repository's own site, built at the root path. Built once per run by the global set-up;
 * a test file that is run alone builds it itself, once, and takes it away at its end.
 */
export function builtSite(): Promise<string> {
  if (process.env['TEST_SITE']) return Promise.resolve(process.env['TEST_SITE']);
  built ??= buildOnce().then((out) => {
    process.on('exit', () => rmSync(dirname(out), { recursive: true, force: true }));
    return out;
  });
  return built;
}

/** Builds the site into a new folder beside the project's own files, because Astro renames files from there. */
export async function buildOnce(): Promise<string> {
  const out = join(await mkdtemp(join(PROJECT, '.test-site-')), 'dist');
  const io = testIo({ cwd: PROJECT });
  const code = await buildFrom(undefined, out, io, { base: '/' });
  if (code !== 0) throw new Error(`The site was not built:\n${io.stdout()}${io.stderr()}`);
  return out;
}
