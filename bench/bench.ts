import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { loadBinaryDecoder } from '../lib/capture/decode/load-binary-decoder.ts';
import { loadCorpus } from '../lib/corpus/load/load-corpus.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { PROJECT_ROOT } from '../lib/node/process/project-root.ts';
import { specFolder } from '../lib/node/spec/spec-folder.ts';
import { readArguments, type Usage } from '../scripts/cli/arguments.ts';
import { runCommand } from '../scripts/cli/run-command.ts';
import { wholeNumber } from '../scripts/cli/whole-number.ts';
import { type CaptureThroughput, captureThroughput } from './capture-throughput.ts';
import { measureShipped } from './measure-shipped.ts';
import { measureSize } from './measure-size.ts';
import type { BenchReport, SizeReport } from './measured.ts';
import { renderBench } from './render-bench.ts';

const USAGE: Usage = {
  call: 'npm run bench -- [options]',
  summary: [
    'Generates specs of several sizes and measures the commands on them, each beside the least that it could take:',
    'reading and parsing the same YAML with `yaml` on one thread, Ajv alone, writing files of the same size.',
    'Prints tables as Markdown. Programs that run beside it make everything slower; ratios change least.',
  ].join('\n'),
  options: {
    sizes: { type: 'string', value: 'N,…', help: 'Numbers of stanzas. Default: 100,1000,5000.' },
    runs: { type: 'string', value: 'N', help: 'How often each thing is measured. Default: 3.' },
    lines: { type: 'string', value: 'N', help: 'About so many lines a stanza has. Default: 115.' },
    seed: {
      type: 'string',
      value: 'N',
      help: 'Another seed gives other specs of the same shape. Default: 1.',
    },
    captured: {
      type: 'string',
      value: 'N',
      help: 'How many stanzas the smaller log of captures holds. Default: 500.',
    },
    json: { type: 'string', value: 'FILE', help: 'Also writes everything that was measured as JSON.' },
  },
  notes: [
    'cold: without anything kept from an earlier run. warm: the same again.',
    'Peak memory is that of the process with its threads, and of the process that compiles the pages.',
    'Exit codes: 0 measured, 2 misuse or a command that failed.',
  ].join('\n'),
};

/** `npm run bench`: how fast the commands are, how that grows, and how much memory they take. */
export async function bench(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { values } = given;
  const sizes = String(values['sizes'] ?? '100,1000,5000')
    .split(',')
    .map((one) => wholeNumber('sizes', one, { otherwise: 1, least: 1 }));
  const number = (name: string, otherwise: number): number =>
    wholeNumber(name, values[name], { otherwise, least: 1 });
  const runs = number('runs', 3);
  const lines = number('lines', 115);
  const seed = number('seed', 1);
  const captured = number('captured', 500);
  const load = loadavg()[0] ?? 0;
  const scratch = await mkdtemp(join(PROJECT_ROOT, '.tmp-bench-'));
  try {
    const reports: SizeReport[] = [];
    for (const stanzas of sizes) reports.push(await measureSize({ stanzas, lines, seed }, runs, scratch, io));
    const report: BenchReport = {
      date: new Date().toISOString().slice(0, 10),
      machine: machineWords(),
      load,
      runs,
      seed,
      linesPerStanza: lines,
      sizes: reports,
      shipped: await measureShipped(runs, scratch, io),
      captures: await measureCaptures(captured, runs, io),
    };
    io.out(renderBench(report));
    const json = values['json'];
    if (typeof json === 'string')
      await writeFile(resolve(io.cwd, json), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return 0;
}

async function measureCaptures(stanzas: number, runs: number, io: Io): Promise<CaptureThroughput[]> {
  io.err('captures, by the form of their log\n');
  const { corpus } = loadCorpus(specFolder(undefined, io).files);
  const now = (): number => performance.now();
  return captureThroughput(corpus, await loadBinaryDecoder(), { stanzas, runs, now });
}

function machineWords(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} cores (${all[0]?.model.trim() ?? 'unknown'}), ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}

if (import.meta.main) await runCommand(bench);
