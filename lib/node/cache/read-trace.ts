import type { FilePort } from '../../corpus/ports/file-port.ts';
import { ioErrorReason } from '../../corpus/ports/io-error-reason.ts';
import { shortDigest } from './short-digest.ts';

/** What was asked of a port, and digests of its answers. Equal traces mean equal results, so a cached one can be used. */
export interface ReadTrace {
  readonly name: string;
  readonly lists: readonly (readonly [folder: string, answer: string])[];
  readonly reads: readonly (readonly [path: string, answer: string])[];
}

/** A port that records every request made through it. */
export function tracedFiles(files: FilePort): { files: FilePort; trace: () => ReadTrace } {
  const lists = new Map<string, string>();
  const reads = new Map<string, string>();
  return {
    files: {
      ...files,
      list(folder) {
        if (!lists.has(folder)) lists.set(folder, listAnswer(files, folder));
        return files.list(folder);
      },
      read(path) {
        if (!reads.has(path)) reads.set(path, readAnswer(files, path));
        return files.read(path);
      },
    },
    trace: () => ({ name: files.name, lists: [...lists], reads: [...reads] }),
  };
}

/** Whether a port would give every recorded answer again. */
export function answersAs(files: FilePort, { name, lists, reads }: ReadTrace): boolean {
  return (
    files.name === name &&
    lists.every(([folder, answer]) => listAnswer(files, folder) === answer) &&
    reads.every(([path, answer]) => readAnswer(files, path) === answer)
  );
}

function listAnswer(files: FilePort, folder: string): string {
  return answerOf(() => {
    const entries = files.list(folder)?.map(({ name, type, size }) => JSON.stringify([name, type, size]));
    return entries === undefined ? 'none' : shortDigest(entries.sort().join('\n'));
  });
}

const readAnswer = (files: FilePort, path: string): string => answerOf(() => shortDigest(files.read(path)));

function answerOf(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    return `error: ${ioErrorReason(error)}`;
  }
}
