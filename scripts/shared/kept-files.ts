import type { FilePort, FolderEntry } from '../../lib/corpus/file-port.ts';

/** A port that asks for everything once and remembers the answer: files do not change under a run. */
export function keptFiles(files: FilePort): FilePort {
  const lists = new Map<string, readonly FolderEntry[] | undefined>();
  const read = new Map<string, Uint8Array>();
  return {
    ...files,
    list(folder) {
      if (!lists.has(folder)) lists.set(folder, files.list(folder));
      return lists.get(folder);
    },
    read(path) {
      const bytes = read.get(path) ?? files.read(path);
      read.set(path, bytes);
      return bytes;
    },
  };
}
