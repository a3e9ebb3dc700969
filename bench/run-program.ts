import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ProgramRun {
  /** From its start to its end, in milliseconds. */
  readonly ms: number;
  /**
   * The most memory that its process had, and that of each that it started, in bytes. They may not have had it at once.
   */
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
const REPORTER = new URL('./programs/report-peak.ts', import.meta.url);

/**
 * Runs a program of ours in a process of its own, as a user does, and measures it.
 * @throws with what it said when it fails
 */
export async function runProgram({ script, args, env = {}, scratch }: Program): Promise<ProgramRun> {
  const peaks = await mkdtemp(join(scratch, 'peaks-'));
  const start = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, PROJECT)), ...args], {
    cwd: fileURLToPath(PROJECT),
    env: {
      ...process.env,
      ...env,
      BENCH_PEAK_FILE: join(peaks, 'peak'),
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${REPORTER.href}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
  let peak = 0;
  for (const name of await readdir(peaks)) peak += Number(await readFile(join(peaks, name), 'utf8')) * 1024;
  await rm(peaks, { recursive: true });
  return { ms, peak, stdout };
}
