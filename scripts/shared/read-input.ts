import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { Misuse } from './misuse.ts';

/** The largest input that is read. */
const MAX_INPUT = 16 * 1024 * 1024;

/**
 * The bytes of a file, or of stdin for `-`.
 * @throws Misuse when there is no such file, or it is larger than 16 MiB
 */
export async function readInput(name: string, io: Io): Promise<Uint8Array> {
  if (name === '-') return readStdin();
  const path = resolve(io.cwd, name);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new Misuse(`There is no file ${name}. Name a log, or - for stdin.`);
  if (found.size > MAX_INPUT) throw tooLarge(name);
  return readFile(path);
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > MAX_INPUT) throw tooLarge('The input');
  }
  return Buffer.concat(parts);
}

const tooLarge = (name: string): Misuse =>
  new Misuse(`${name} is larger than 16 MiB. Cut the stanzas that you want out of it.`);
