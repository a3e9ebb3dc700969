import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { readArguments, type Usage } from '../../scripts/cli/arguments.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { wholeNumber } from '../../scripts/cli/whole-number.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import type { MutationMessage, MutationTask } from './mutate-worker.ts';

const USAGE: Usage = {
  call: 'npm run mutate -- [options]',
  summary: [
    'Changes each rule in every small way (a condition turned round, a report left out, a number off by one, a text',
    'replaced) and runs the cases of the findings: a change that no case notices is listed.',
  ].join('\n'),
  options: {
    only: { type: 'string', value: 'NAME', help: 'Only the rule of this name, such as enum-exists.' },
    json: { type: 'boolean', help: 'Print the report as JSON.' },
    least: { type: 'string', value: 'PERCENT', help: 'The score below which this fails. Default: 90.' },
  },
  notes: 'Exit codes: 0 the score is reached, 1 it is not, 2 misuse.',
};

/** What only lists or runs rules is no rule. */
const NO_RULES = new Set(['index.ts', 'parts/rule.ts', 'validate.ts', 'run-rules.ts']);
/** A mutant that is not done after so many milliseconds runs for ever, which would be noticed. */
const HANGS_AFTER = 60_000;
const BROKEN = 'The cases do not pass for the rules as they are. Run the tests of the findings first.';

interface Score {
  readonly file: string;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly Omit<Mutant, 'source'>[];
}

/** `npm run mutate`: how many of all small changes of the rules the cases of the findings notice. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const least = wholeNumber('least', given.values['least'], { otherwise: 90, most: 100 });
  const files = ruleFiles(given.values['only']);
  const scores: Score[] = [];
  const work = async (): Promise<void> => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      const score = await scoreOf(file);
      scores.push(score);
      io.err(`${file}: ${score.killed} of ${score.mutants}\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  scores.sort((a, b) => (a.file < b.file ? -1 : 1));
  const sum = (of: (one: Score) => number): number => scores.reduce((n, one) => n + of(one), 0);
  const [mutants, killed] = [sum((one) => one.mutants), sum((one) => one.killed)];
  const percent = mutants === 0 ? 100 : Math.floor((1000 * killed) / mutants) / 10;
  if (given.values['json'] === true)
    io.out(`${JSON.stringify({ percent, mutants, killed, scores }, null, 2)}\n`);
  else {
    for (const { file, survivors } of scores) {
      for (const { line, before, after } of survivors)
        io.out(`${file}:${line}  ${oneLine(before)}  ->  ${oneLine(after)}\n`);
    }
    io.out(`${killed} of ${mutants} mutants are noticed: ${percent} %\n`);
  }
  return percent >= least ? 0 : 1;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 100);

function ruleFiles(only: string | boolean | undefined): string[] {
  const files = readdirSync(join(PROJECT_ROOT, 'lib/rules'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !NO_RULES.has(name))
    .map((name) => `lib/rules/${name}`);
  if (typeof only !== 'string') return files;
  const found = files.filter((file) => file.endsWith(`/${only}.ts`));
  if (found.length === 0)
    throw new UsageError(`There is no rule ${only}. Its name is that of its file in lib/rules.`);
  return found;
}

async function scoreOf(file: string): Promise<Score> {
  const mutants = mutantsOf(readFileSync(join(PROJECT_ROOT, file), 'utf8'));
  const survived = new Set<number>();
  for (let from = 0; from < mutants.length; ) from = await run(file, from, mutants.length, survived);
  const survivors = [...survived]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const mutant = mutants[index];
      return mutant === undefined ? [] : [{ line: mutant.line, before: mutant.before, after: mutant.after }];
    });
  return { file, mutants: mutants.length, killed: mutants.length - survivors.length, survivors };
}

/** @returns the mutant to go on with: the one behind that at which the thread had to be ended, or the end */
function run(file: string, from: number, end: number, survived: Set<number>): Promise<number> {
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(from);
  const task: MutationTask = { file, from, current };
  const worker = new Worker(new URL('./mutate-worker.ts', import.meta.url), {
    workerData: task,
  });
  return new Promise((resolve, reject) => {
    let next: number | undefined;
    let seen = -1;
    const watch = setInterval(() => {
      if (current[0] === seen) void worker.terminate();
      seen = current[0] ?? -1;
    }, HANGS_AFTER);
    worker.on('message', (message: MutationMessage) => {
      if ('done' in message) next = end;
      else if ('broken' in message) reject(new UsageError(BROKEN));
      else if (!message.killed) survived.add(message.index);
    });
    // A mutant that ends its thread is noticed.
    worker.on('error', () => {});
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(next ?? (current[0] ?? from) + 1);
    });
  });
}

if (import.meta.main) await runCommand(main);
