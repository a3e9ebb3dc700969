import type { FilePort, FolderEntry } from '../../corpus/ports/file-port.ts';

/** The answers of a port so far: plain data, which can be sent to another thread. */
export interface RecordedAnswers {
  readonly name: string;
  readonly lists: ReadonlyMap<string, readonly FolderEntry[] | undefined>;
  readonly reads: ReadonlyMap<string, Uint8Array>;
}

export interface MemoizedFiles extends FilePort, RecordedAnswers {
  readonly name: string;
}

/** A port that reads every file and folder once and remembers it: files do not change during a run. */
export function memoizedFiles(files: FilePort): MemoizedFiles {
  const lists = new Map<string, readonly FolderEntry[] | undefined>();
  const reads = new Map<string, Uint8Array>();
  return {
    name: files.name,
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

/** A port that gives recorded answers again. It throws for a file that was never read. */
export function replayedFiles({ name, lists, reads }: RecordedAnswers): FilePort {
  return {
    name,
    list: (folder) => lists.get(folder),
    read(path) {
      const bytes = reads.get(path);
      if (bytes === undefined) throw new Error(`${path} was not read`);
      return bytes;
    },
  };
}
