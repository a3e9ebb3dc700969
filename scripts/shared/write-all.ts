import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';

export interface FileToWrite {
  readonly path: string;
  readonly text: string;
  /** Refuse when there is one already. */
  readonly fresh: boolean;
}

/**
 * Writes several files, all of them or none: each is written beside its place first, then they are put there
 * one after the other; when that fails, those that are there already are taken back.
 * @throws when a file cannot be written, or a fresh one is there already (code EEXIST)
 */
export async function writeAll(files: readonly FileToWrite[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, text } of files) await writeFile(`${path}.tmp`, text);
    for (const { path, fresh } of files) {
      const earlier = fresh ? undefined : await readFile(path).catch(() => undefined);
      // A link fails where a file of that name is, a rename would replace it.
      if (fresh) await link(`${path}.tmp`, path);
      else await rename(`${path}.tmp`, path);
      undo.push(() => (earlier === undefined ? rm(path, { force: true }) : writeFile(path, earlier)));
    }
  } catch (error) {
    for (const back of undo.reverse()) await back();
    throw error;
  } finally {
    for (const { path } of files) await rm(`${path}.tmp`, { force: true });
  }
}
