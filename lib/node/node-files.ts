import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FilePort, FolderEntry } from '../corpus/ports/file-port.ts';

/**
 * The files of a folder on disk. Symbolic links are followed if they stay inside the folder.
 * @param root the spec folder
 * @param name its name in findings: the path as the user gave it
 */
export function nodeFiles(root: string, name: string): FilePort {
  const base = realOrUndefined(root);
  const leadsOutside = (path: string): boolean => {
    const real = realOrUndefined(path);
    return base !== undefined && real !== undefined && real !== base && !real.startsWith(base + sep);
  };
  const entry = (folder: string, item: Dirent): FolderEntry => {
    const path = join(root, folder, item.name);
    if (item.isSymbolicLink()) {
      if (realOrUndefined(path) === undefined) return { name: item.name, type: 'dangling', size: 0 };
      if (leadsOutside(path)) return { name: item.name, type: 'outside', size: 0 };
    }
    const stats = statSync(path, { throwIfNoEntry: false });
    const type = stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'other';
    return { name: item.name, type, size: type === 'file' ? (stats?.size ?? 0) : 0 };
  };
  return {
    name,
    list(folder) {
      if (leadsOutside(join(root, folder))) throw new Error('it leads outside the spec folder');
      let items: Dirent[];
      try {
        items = readdirSync(join(root, folder), { withFileTypes: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
        throw error;
      }
      return items.map((item) => entry(folder, item));
    },
    read: (path) => readFileSync(join(root, path)),
  };
}

function realOrUndefined(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
