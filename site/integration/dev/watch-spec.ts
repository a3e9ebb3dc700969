import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';

/** Editors save in several steps; changes are reported when none came for this long. */
const SETTLE_MS = 60;

/**
 * Watches the folders of a spec. Not the files, because many editors save by replacing the file.
 * @param changed called with the paths, relative to the spec and with `/`, that changed since the last call
 * @returns stops watching
 */
export function watchSpec(root: string, changed: (paths: ReadonlySet<string>) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let paths = new Set<string>();
  const look = (): void => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of [root, ...folders.map(({ name }) => join(root, name))]) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, (_, name) => {
        if (name !== null) paths.add(withSlashes(relative(root, join(folder, name))));
        clearTimeout(timer);
        timer = setTimeout(() => {
          look();
          const seen = paths;
          paths = new Set();
          changed(seen);
        }, SETTLE_MS);
      });
      // A removed folder ends its watcher.
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
