import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildFrom } from '../../scripts/build.ts';
import { PROJECT } from '../../scripts/shared/project.ts';
import { FIXTURE } from './fixture-spec.ts';
import { testIo } from './test-io.ts';

let built: Promise<string> | undefined;

/**
 * The folder of the site of the frozen spec, built at the root path. Built once per run by the global set-up;
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

/**
 * Builds a site into a new folder beside the project's own files, because Astro renames files from there.
 * @param spec the folder of its spec
 * @throws Error with all that the command said, when it was not built
 */
export async function buildOnce(spec = FIXTURE): Promise<string> {
  const out = join(await mkdtemp(join(PROJECT, '.test-site-')), 'dist');
  const io = testIo({ cwd: PROJECT });
  const code = await buildFrom(spec, out, io, { base: '/' });
  if (code !== 0) throw new Error(`The site was not built:\n${io.stdout()}${io.stderr()}`);
  return out;
}
