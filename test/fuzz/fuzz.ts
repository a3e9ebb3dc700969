import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { MAX_INPUT } from '../../lib/capture/problems/max-input.ts';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { readArguments, type Usage } from '../../scripts/cli/arguments.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { wholeNumber } from '../../scripts/cli/whole-number.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { captureMutant } from './capture-mutants.ts';
import { corpusMutant } from './corpus-mutants.ts';
import type { FuzzMessage, FuzzTask } from './fuzz-worker.ts';
import { LARGE_LINES, largeLine } from './large-lines.ts';
import { specTexts } from './spec-texts.ts';

const USAGE: Usage = {
  call: 'npm run fuzz -- [options]',
  summary: [
    'Changes files of a frozen spec, and logs of every form, at random, and holds what the library makes of them against',
    'what must always hold: it does not throw or hang, every finding has a place, what is accepted is what the text',
    'says, nothing leaks, and no prototype is touched. The same seed gives the same mutants. Single lines of the most',
    'that is read are tried as well, in every form and in every way in which a line may be large.',
  ].join('\n'),
  options: {
    corpus: { type: 'string', value: 'N', help: 'How many mutants of the spec. Default: 1000.' },
    captures: { type: 'string', value: 'N', help: 'How many mutated logs. Default: 10000.' },
    lines: {
      type: 'string',
      value: 'N',
      help: `How many of the ${LARGE_LINES.length} sorts of large lines. Default: all.`,
    },
    'line-size': {
      type: 'string',
      value: 'N',
      help: `How many characters each of these lines has. Default: ${MAX_INPUT}, the most that is read.`,
    },
    seed: { type: 'string', value: 'N', help: 'Another seed gives other mutants. Default: 1.' },
    threads: { type: 'string', value: 'N', help: 'Default: as many as the machine has cores.' },
    json: { type: 'boolean', help: 'Print the report as JSON.' },
    show: {
      type: 'string',
      value: 'WHICH',
      help: 'Print one mutant, such as corpus:17, captures:4 or lines:3, and stop.',
    },
  },
  notes: 'Exit codes: 0 all held, 1 something did not, 2 misuse.',
};

/**
 * What one mutant may take: milliseconds of the processor, and bytes by which the memory grows. A large line may
 * take what its length allows.
 */
const MOST = { ms: 2000, bytes: 256 * 2 ** 20 };
const MOST_OF_LINE = (size: number): typeof MOST => ({
  ms: MOST.ms + size / 500,
  bytes: MOST.bytes + 90 * size,
});
/** A mutant that is not done after so many milliseconds of the clock hangs. */
const HANGS_AFTER = 120_000;
/** A thread works on so many mutants, and then another one begins with fresh memory. */
const SLICES = { corpus: 4000, captures: 50_000, lines: 20 } as const;
type What = keyof typeof SLICES;

interface Outcome {
  readonly mutants: number;
  accepted: number;
  slowest: { index: number; ms: number };
  readonly failures: { index: number; complaint: string }[];
}

/** `npm run fuzz`: mutants of the spec and of logs, and whether all that must hold holds for them. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { values } = given;
  const number = (name: string, otherwise: number): number => wholeNumber(name, values[name], { otherwise });
  const seed = number('seed', 1);
  if (typeof values['show'] === 'string') {
    io.out(shown(values['show'], seed));
    return 0;
  }
  const counts = {
    corpus: number('corpus', 1000),
    captures: number('captures', 10_000),
    lines: Math.min(LARGE_LINES.length, number('lines', LARGE_LINES.length)),
  };
  const size = Math.min(MAX_INPUT, number('line-size', MAX_INPUT));
  const threads = Math.max(1, number('threads', availableParallelism()));
  const start = performance.now();
  const report: Record<What, Outcome> = {
    corpus: await fuzz({ what: 'corpus', seed, size }, counts.corpus, threads, io),
    captures: await fuzz({ what: 'captures', seed, size }, counts.captures, threads, io),
    lines: await fuzz({ what: 'lines', seed, size }, counts.lines, threads, io),
  };
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const parts = Object.entries(report) as [What, Outcome][];
  const ok = parts.every(([, { failures }]) => failures.length === 0);
  io.out(
    values['json'] === true
      ? `${JSON.stringify({ ok, seed, seconds, ...report }, null, 2)}\n`
      : parts.map(([what, outcome]) => inWords(what, outcome, seed)).join(''),
  );
  return ok ? 0 : 1;
}

function shown(which: string, seed: number): string {
  const [, what, index] = /^(corpus|captures|lines):(\d{1,9})$/.exec(which) ?? [];
  if (index === undefined) throw new UsageError(`--show ${which}: name a mutant, such as corpus:17.`);
  if (what === 'captures') return textOf(captureMutant(seed, Number(index)).input);
  if (what === 'lines') return `${largeLine(Number(index), SHOWN)}\n`;
  const { path, files } = corpusMutant(specTexts(FIXTURE), seed, Number(index));
  return `# ${path}, beside ${Object.keys(files)
    .filter((one) => one !== path)
    .join(', ')}\n${textOf(files[path] ?? '')}`;
}

/** So long is a large line that is only looked at. */
const SHOWN = 400;

const textOf = (input: string | Uint8Array): string =>
  typeof input === 'string' ? input : Buffer.from(input).toString('latin1');

type Job = Pick<FuzzTask, 'what' | 'seed' | 'size'>;

async function fuzz(job: Job, mutants: number, threads: number, io: Io): Promise<Outcome> {
  const { what } = job;
  const outcome: Outcome = { mutants, accepted: 0, slowest: { index: 0, ms: 0 }, failures: [] };
  // Small counts are shared out among the threads too.
  const slice = Math.max(1, Math.min(SLICES[what], Math.ceil(mutants / threads)));
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < mutants) {
      const from = next;
      next = Math.min(mutants, from + slice);
      const to = next;
      // After a mutant that ends its thread the next thread goes on behind it.
      for (let at = from; at < to; ) at = await runSlice({ ...job, from: at, to }, outcome, io);
      done += to - from;
      io.err(`${what}: ${done} of ${mutants}, ${outcome.failures.length} failures\n`);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  outcome.failures.sort((a, b) => a.index - b.index);
  return outcome;
}

/** @returns the mutant to go on with: `to`, or the one behind that at which the thread ended */
function runSlice(slice: Job & Pick<FuzzTask, 'from' | 'to'>, outcome: Outcome, io: Io): Promise<number> {
  const { what, from, to, size } = slice;
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(from);
  const most = what === 'lines' ? MOST_OF_LINE(size) : MOST;
  const task: FuzzTask = { ...slice, most, current };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: task,
    // What a mutant may take is beside what the spec takes itself.
    resourceLimits: { maxOldGenerationSizeMb: 256 + most.bytes / 2 ** 20 },
  });
  return new Promise((resolve) => {
    let finished = false;
    const report = (index: number, complaint: string): void => {
      outcome.failures.push({ index, complaint });
      // Said at once too: a long run may be stopped.
      if (outcome.failures.length <= TOLD) io.err(`${what}:${index}  ${complaint}\n`);
    };
    const fail = (complaint: string): void => report(current[0] ?? from, complaint);
    let seen = -1;
    const watch = setInterval(() => {
      if (current[0] === seen) {
        fail(`it is not done after ${HANGS_AFTER / 1000} s`);
        void worker.terminate();
      }
      seen = current[0] ?? -1;
    }, HANGS_AFTER);
    worker.on('message', (message: FuzzMessage) => {
      if (!('done' in message)) {
        report(message.index, message.complaint);
        return;
      }
      finished = true;
      outcome.accepted += message.accepted;
      if (message.slowest.ms > outcome.slowest.ms) outcome.slowest = message.slowest;
    });
    worker.on('error', (error) => fail(`it ends the thread: ${error.message}`));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(finished ? to : (current[0] ?? from) + 1);
    });
  });
}

/** How many failures are listed individually. */
const TOLD = 50;

function inWords(what: What, { mutants, accepted, slowest, failures }: Outcome, seed: number): string {
  const rows = failures
    .slice(0, TOLD)
    .map(({ index, complaint }) => `  ${what}:${index}  ${complaint.replaceAll('\n', '\n    ')}`);
  if (failures.length > 0)
    rows.push(`  To see one: npm run fuzz -- --seed ${seed} --show ${what}:${failures[0]?.index}`);
  const head = `${what}: ${mutants} mutants, ${accepted} accepted, ${failures.length} failures; the slowest took ${slowest.ms.toFixed(0)} ms (${what}:${slowest.index})`;
  return `${[head, ...rows].join('\n')}\n`;
}

if (import.meta.main) await runCommand(main);
