import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface ProgramRun {
  /** From its start to its end, in milliseconds. */
  readonly ms: number;
  /** The most memory that its process had, in bytes. */
  readonly peak: number;
  readonly stdout: string;
}

export interface Program {
  /** A TypeScript file, from the folder of the project. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder for a file that passes the memory on. */
  readonly scratch: string;
}

const PROJECT = new URL('../', import.meta.url);
const REPORTER = new URL('./report-peak.ts', import.meta.url);

/**
 * Runs a program of ours in a process of its own, as a user does, and measures it.
 * @throws with what it said when it fails
 */
export async function runProgram({ script, args, env = {}, scratch }: Program): Promise<ProgramRun> {
  const peakFile = join(scratch, 'peak');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(fileURLToPath(REPORTER)).href,
      fileURLToPath(new URL(script, PROJECT)),
      ...args,
    ],
    {
      cwd: fileURLToPath(PROJECT),
      env: { ...process.env, ...env, BENCH_PEAK_FILE: peakFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const ms = performance.now() - start;
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  const peak = Number(await readFile(peakFile, 'utf8')) * 1024;
  await rm(peakFile);
  return { ms, peak, stdout };
}
