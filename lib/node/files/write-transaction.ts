import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processIsAlive } from '../process/process-is-alive.ts';
import { UsageError } from '../process/usage-error.ts';
import { linkOrCopy, move } from './move.ts';

export interface FileToWrite {
  readonly path: string;
  readonly text: string;
  /** Refuse when there is one already. */
  readonly fresh: boolean;
  /** What the text was made from, '' for no file: nothing is written when the file is another by now. */
  readonly before?: string;
}

/** What the lock says: who writes, which files, and whether all of them stand beside their places already. */
interface Writing {
  readonly pid: number;
  readonly placing: boolean;
  readonly files: readonly Pick<FileToWrite, 'path' | 'fresh'>[];
}

const LOCK = '.writing';
const PATIENCE_MS = 10_000;

/**
 * Writes several files, all of them or none: each is written beside its place first, then they are put there
 * one after the other; when that fails, those that are there already are taken back. One process at a time writes
 * below a folder. What a killed one had begun to put in place is finished by the next one, and all else of it is
 * taken away.
 * @param root a folder that is there, the same for all who write these files
 * @throws when a file cannot be written, or a fresh one is there already (code EEXIST)
 * @throws Misuse when another process does not stop writing, or has changed a file meanwhile
 */
export async function writeTransaction(root: string, files: readonly FileToWrite[]): Promise<void> {
  const unlock = await lock(root, { pid: process.pid, placing: false, files: names(files) });
  try {
    for (const { path, fresh, before } of files) {
      if (fresh || before === undefined || withoutMark(await textOrNothing(path)) === withoutMark(before))
        continue;
      throw new UsageError(`${path} was changed meanwhile, so nothing was written. Run the command again.`);
    }
    await placeAll(root, files);
  } finally {
    await unlock();
  }
}

/**
 * Finishes or takes away what a killed process has left below a folder. A command that will write calls it before it
 * reads, so that it never reads the half of what was begun.
 * @param root as writeAll was given it; nothing is done when there is no such folder
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
      // A link fails where a file of that name is, a rename would replace it.
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

// The lock is made with all that it says in one step: a file of our own that gets its name by a link.
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
          `Another command writes to ${root} (process ${other?.pid ?? 'unknown'}). Wait for it, then run this again.`,
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

// Of all who find the lock of a dead process one moves it away; who holds the lock next finishes what it says.
async function takeOver(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.dead`;
  const moved = await move(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const writing = await readLock(aside);
  // Somebody was faster, and this is the lock of one that runs.
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

/** Writes a file. When the disk is full the system does not say for which file; this does. */
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

/** The text of a file; '' when there is none. */
export async function textOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');
