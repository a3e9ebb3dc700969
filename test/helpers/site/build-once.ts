import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { buildFrom } from '../../../scripts/build.ts';
import { testIo } from '../test-io.ts';

/**
 * Builds a site into a new folder beside the project's own files, because Astro renames files from there.
 * @param spec the folder of its spec
 * @throws Error with all that the command said, when it was not built
 */
export async function buildOnce(spec: string): Promise<string> {
  const out = join(await mkdtemp(join(PROJECT_ROOT, '.test-site-')), 'dist');
  const io = testIo({ cwd: PROJECT_ROOT });
  const code = await buildFrom(spec, out, io, { base: '/' });
  if (code !== 0) throw new Error(`The site was not built:\n${io.stdout()}${io.stderr()}`);
  return out;
}
