import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { withSlashes } from '../../../lib/node/files/with-slashes.ts';

/** Editors save in several steps; one look a moment later sees the end of them. */
const SETTLE_MS = 60;

/**
 * Watches the folders of a spec. Folders and not files: an editor that puts a new file in the place of the old one
 * is seen too.
 * @param changed is called with the paths inside the spec that changed since the last call, with `/` in them
 * @returns ends the watch
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
