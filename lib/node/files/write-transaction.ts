import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processIsAlive } from '../process/process-is-alive.ts';
import { UsageError } from '../process/usage-error.ts';
import { linkOrCopy, move } from './move.ts';

export interface FileToWrite {
  readonly path: string;
  readonly text: string;
  /** Fail if the file exists already. */
  readonly fresh: boolean;
  /** The text that the change was made from, '' for no file. If the file differs by now, nothing is written. */
  readonly before?: string;
}

/** The content of the lock file. */
interface Writing {
  readonly pid: number;
  /** Whether all texts are complete in their temporary files. */
  readonly placing: boolean;
  readonly files: readonly Pick<FileToWrite, 'path' | 'fresh'>[];
}

const LOCK = '.writing';
const PATIENCE_MS = 10_000;

/**
 * Writes several files, all or none. Each is first written to a temporary file beside its target; then all are renamed,
 * and on failure rolled back. A lock lets only one process at a time write below a folder. If a process is killed, the
 * next one completes its renames if all temporary files were complete, and otherwise removes them.
 * @param root an existing folder, the same for all processes that write these files
 * @throws if a file cannot be written, or a fresh one exists already (code EEXIST)
 * @throws UsageError if another process keeps the lock, or changed a file meanwhile
 */
export async function writeTransaction(root: string, files: readonly FileToWrite[]): Promise<void> {
  const unlock = await lock(root, { pid: process.pid, placing: false, files: names(files) });
  try {
    for (const { path, fresh, before } of files) {
      if (fresh || before === undefined || withoutMark(await textOrNothing(path)) === withoutMark(before))
        continue;
      throw new UsageError(
        `${path} was changed in the meantime, so nothing was written. Run the command again.`,
      );
    }
    await placeAll(root, files);
  } finally {
    await unlock();
  }
}

/**
 * Completes or rolls back the transaction of a killed process. A command that will write calls this before it reads, so
 * that it never reads half of a change.
 * @param root as for {@link writeTransaction}; it need not exist
 */
export async function finishInterrupted(root: string): Promise<void> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.some((name) => name.startsWith(LOCK))) await writeTransaction(root, []);
}

const names = (files: readonly FileToWrite[]): Writing['files'] =>
  files.map(({ path, fresh }) => ({ path, fresh }));

async function placeAll(root: string, files: readonly FileToWrite[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, text } of files) await writeText(`${path}.tmp`, text);
    await replaceLock(root, { pid: process.pid, placing: true, files: names(files) });
    for (const { path, fresh } of files) {
      const earlier = fresh ? undefined : await readFile(path).catch(() => undefined);
      // Linking fails if the target exists; renaming would replace it.
      if (fresh) await linkOrCopy(`${path}.tmp`, path);
      else await move(`${path}.tmp`, path);
      undo.push(async () => {
        if (earlier === undefined) return rm(path, { force: true });
        await writeText(`${path}.tmp`, earlier);
        await move(`${path}.tmp`, path);
      });
    }
  } catch (error) {
    for (const back of undo.reverse()) await back();
    throw error;
  } finally {
    for (const { path } of files) await rm(`${path}.tmp`, { force: true });
  }
}

// A hard link makes the lock appear with its content in one step.
async function lock(root: string, writing: Writing): Promise<() => Promise<void>> {
  const path = join(root, LOCK);
  const mine = `${path}.${process.pid}`;
  const until = Date.now() + PATIENCE_MS;
  try {
    await writeText(mine, JSON.stringify(writing));
    for (;;) {
      try {
        await linkOrCopy(mine, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = await readLock(path);
      if (other !== undefined && !processIsAlive(other.pid)) await takeOver(path);
      else if (Date.now() > until) {
        throw new UsageError(
          `Another command is writing to ${root} (process ${other?.pid ?? 'unknown'}). Wait for it, then run this again.`,
        );
      } else await pause(20);
    }
    await finishOthers(root);
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(path, { force: true });
}

async function replaceLock(root: string, writing: Writing): Promise<void> {
  const path = join(root, LOCK);
  const mine = `${path}.${process.pid}`;
  await writeText(mine, JSON.stringify(writing));
  await move(mine, path);
}

// Only one of several processes can rename the lock of a dead one. The next holder of the lock completes its work.
async function takeOver(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.dead`;
  const moved = await move(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const writing = await readLock(aside);
  // Another process was faster, and this is the lock of a running one: put it back.
  if (writing !== undefined && processIsAlive(writing.pid))
    await linkOrCopy(aside, path).then(() => rm(aside));
}

async function finishOthers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const [, pid, dead] = /^\.writing\.(\d+)(\.dead)?$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(root, name);
    const writing = await readLock(path);
    const isOver =
      dead === undefined
        ? !processIsAlive(Number(pid))
        : writing === undefined || !processIsAlive(writing.pid);
    if (!isOver) continue;
    if (dead !== undefined && writing !== undefined) await finish(writing);
    await rm(path, { force: true });
  }
}

async function finish({ placing, files }: Writing): Promise<void> {
  for (const { path, fresh } of files) {
    const isThere = fresh && (await readFile(path).catch(() => undefined)) !== undefined;
    if (placing && !isThere) await move(`${path}.tmp`, path).catch(() => undefined);
    await rm(`${path}.tmp`, { force: true });
  }
}

/** Writes a file. If the disk is full, the error of the system has no path; this adds it. */
async function writeText(path: string, text: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

async function readLock(path: string): Promise<Writing | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The text of a file; '' if it does not exist. */
export async function textOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');
