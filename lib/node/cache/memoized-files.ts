import type { FilePort, FolderEntry } from '../../corpus/ports/file-port.ts';

/** A port with all that it was asked for. */
export interface MemoizedFiles extends FilePort {
  readonly lists: ReadonlyMap<string, readonly FolderEntry[] | undefined>;
  readonly reads: ReadonlyMap<string, Uint8Array>;
}

/** A port that asks for everything once and remembers the answer: files do not change under a run. */
export function memoizedFiles(files: FilePort): MemoizedFiles {
  const lists = new Map<string, readonly FolderEntry[] | undefined>();
  const reads = new Map<string, Uint8Array>();
  return {
    ...files,
    lists,
    reads,
    list(folder) {
      if (!lists.has(folder)) lists.set(folder, files.list(folder));
      return lists.get(folder);
    },
    read(path) {
      const bytes = reads.get(path) ?? files.read(path);
      reads.set(path, bytes);
      return bytes;
    },
  };
}
