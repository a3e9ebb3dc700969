import { readdir } from 'node:fs/promises';
import type { Published } from '../../../lib/diff/bundle/published.ts';
import {
  makeScratchFolder,
  removeFolder,
  removeLeftOvers,
} from '../../../lib/node/files/make-scratch-folder.ts';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import stanzaCatalog from '../index.ts';
import type { Finish } from '../output/finish-site.ts';
import { astro } from './astro.ts';
import type { SiteBuild } from './build-site.ts';
import { makeRoom } from './compiled-pages.ts';
import { moveInto } from './move-into.ts';
import { putInPlace } from './put-in-place.ts';

/**
 * Starts a build as `astro build` does it, with documented APIs only. It takes longer than {@link beginSite} and writes
 * the same files.
 * @param out absolute path of the output folder; its parent exists
 */
export async function beginAstroSite(
  publication: Published,
  out: string,
  finish: Finish = {},
): Promise<SiteBuild> {
  await removeLeftOvers(out);
  const fresh = await makeScratchFolder(out);
  const room = await makeRoom();
  return {
    async publish() {
      await astro.build({
        root: PROJECT_ROOT,
        outDir: room,
        logLevel: 'warn',
        integrations: [stanzaCatalog({ published: publication })],
        vite: { logLevel: 'warn' },
      });
      const files = await readdir(room, { recursive: true });
      for (const name of await readdir(room)) await moveInto(fresh, room, name);
      const pages = files.filter((name) => name.endsWith('.html')).length;
      return { pages, folder: await putInPlace(fresh, out, publication.base, finish) };
    },
    async end() {
      await removeFolder(room);
      await removeFolder(fresh);
    },
  };
}
