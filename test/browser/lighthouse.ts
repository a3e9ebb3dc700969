import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import lighthouse from 'lighthouse';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { readArguments, type Usage } from '../../scripts/cli/arguments.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { buildOnce } from '../helpers/site/build-once.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { serve } from '../helpers/site/serve.ts';

const USAGE: Usage = {
  call: 'npm run lighthouse -- [options]',
  summary:
    'Builds the site and runs Lighthouse, as it sees a phone, on one page of each kind that matters most. Of each ' +
    'number the median of five runs is printed, with the blocking time and the benchmark index of the machine: what ' +
    'else it does only makes a page slower. It needs Chrome or Chromium; CHROME_PATH names one.',
  options: {
    against: {
      type: 'string',
      value: 'DIR',
      help: 'A site that was built before, measured in turn with this one.',
    },
  },
  notes:
    'Exit codes: 0 done, 1 a median is below 95 in performance or 100 elsewhere, 2 misuse or a failure of our own.',
};

const PAGES = ['', 'stanzas/call-offer/', 'facts/', 'flows/incoming-1to1-audio/', 'workbench/'];
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** What a page must have in a category. */
const LEAST = (category: string): number => (category === 'performance' ? 95 : 100);

/** `npm run lighthouse`: a table of medians, and below it what lowers a score that is not good enough. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { against } = given.values;
  const built = await buildOnce(join(PROJECT_ROOT, 'spec'));
  const folders = [built, ...(typeof against === 'string' ? [resolve(io.cwd, against)] : [])];
  const sites = await Promise.all(folders.map((folder) => serve(folder)));
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const lacking = new Set<string>();
  io.out(`| page | ${CATEGORIES.join(' | ')} | blocking ms | benchmark |\n|---|${'---:|'.repeat(6)}\n`);
  try {
    for (const page of PAGES) {
      const runs: Result[][] = sites.map(() => []);
      for (let i = 0; i < RUNS; i++) {
        for (const [at, { origin }] of sites.entries()) {
          const run = await lighthouse(`${origin}/${page}`, {
            port,
            onlyCategories: CATEGORIES,
            logLevel: 'error',
          });
          if (run !== undefined) runs[at]?.push(run.lhr);
        }
      }
      for (const [at, results] of runs.entries()) {
        io.out(`| /${page}${at === 0 ? '' : ' (before)'} | ${rowOf(results).join(' | ')} |\n`);
        if (at === 0) for (const one of shortfalls(results)) lacking.add(`/${page} ${one}`);
      }
    }
  } finally {
    await browser.close();
    for (const site of sites) await site.close();
    await rm(dirname(built), { recursive: true, force: true });
  }
  for (const line of lacking) io.out(`\n- ${line}`);
  if (lacking.size > 0) io.out('\n');
  return lacking.size > 0 ? 1 : 0;
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const scoreOf = (results: readonly Result[], category: string): number =>
  Math.round(100 * median(results.map(({ categories }) => categories[category]?.score ?? 0)));

const rowOf = (results: readonly Result[]): number[] => [
  ...CATEGORIES.map((category) => scoreOf(results, category)),
  Math.round(median(results.map(({ audits }) => audits['total-blocking-time']?.numericValue ?? 0))),
  Math.round(median(results.map(({ environment }) => environment.benchmarkIndex))),
];

/** What lowers the scores that are not good enough. */
function shortfalls(results: readonly Result[]): string[] {
  const low = CATEGORIES.filter((category) => scoreOf(results, category) < LEAST(category));
  return low.flatMap((category) =>
    results.flatMap(({ categories, audits }) =>
      (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const audit = audits[id];
        return weight > 0 && audit?.score != null && audit.score < 0.9 ? [`${category}: ${audit.title}`] : [];
      }),
    ),
  );
}

/** A free port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

if (import.meta.main) await runCommand(main);
