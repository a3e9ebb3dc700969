import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MAX_INPUT } from '../../lib/capture/problems/max-input.ts';
import { problem } from '../../lib/capture/problems/parse-problem.ts';
import type { Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';

/**
 * Reads a file, or stdin for `-`.
 * @throws UsageError if there is no such file, or it is larger than MAX_INPUT
 */
export async function readInput(name: string, io: Io): Promise<Uint8Array> {
  if (name === '-') return readStdin();
  const path = resolve(io.cwd, name);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true)
    throw new UsageError(`There is no file ${name}. Name an existing file, or - for stdin.`);
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

const tooLarge = (name: string): UsageError =>
  new UsageError(`${name} is larger than ${MAX_INPUT / 2 ** 20} MiB. ${problem('input/too-large').hint}`);
