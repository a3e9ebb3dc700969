import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
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
import { type CorpusShape, generateStanza } from './corpus/generate-corpus.ts';
import { writeCorpus } from './corpus/write-corpus.ts';
import { type BenchReport, type Measured, median, type SizeReport } from './measured.ts';
import { renderBench } from './render-bench.ts';
import { type ProgramRun, runProgram } from './run-program.ts';

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

/** What a measure is held against. */
interface Floor {
  readonly name: string;
  readonly ms: number;
}

async function measureSize(shape: CorpusShape, runs: number, scratch: string, io: Io): Promise<SizeReport> {
  const { stanzas } = shape;
  // Outside of any repository: a commit that somebody makes meanwhile would change every page.
  const room = await mkdtemp(join(tmpdir(), 'bench-'));
  const [spec, other, out, cache] = ['spec', 'other', 'out', 'cache'].map((name) => join(room, name)) as [
    string,
    string,
    string,
    string,
  ];
  const corpus = await writeCorpus(spec, shape);
  await cp(spec, other, { recursive: true });
  const changed = generateStanza(shape, stanzas >> 1, 1);
  await writeFile(join(other, changed.path), changed.text);

  const env = { STANZA_CATALOG_CACHE: cache };
  const program = (script: string, ...args: string[]): Promise<ProgramRun> =>
    runProgram({ script, args, env, scratch });
  const say = (what: string): void => io.err(`${stanzas} stanzas: ${what}\n`);
  const forget = (): Promise<void> => rm(cache, { recursive: true, force: true });
  const measured: Measured[] = [];
  const repeat = async (
    name: string,
    run: () => Promise<ProgramRun>,
    before: (i: number) => Promise<void> = async () => {},
  ): Promise<ProgramRun[]> => {
    say(name);
    const done: ProgramRun[] = [];
    for (let i = 0; i < runs; i += 1) {
      await before(i);
      done.push(await run());
    }
    return done;
  };
  const measure = async (
    name: string,
    floor: Floor,
    run: () => Promise<ProgramRun>,
    before?: (i: number) => Promise<void>,
  ): Promise<void> => {
    measured.push(summed(name, await repeat(name, run, before), floor, stanzas));
  };
  const floorOf = async (name: string, run: () => Promise<number>): Promise<Floor> => {
    say(`floor: ${name}`);
    const all: number[] = [];
    for (let i = 0; i < runs; i += 1) all.push(await run());
    return { name, ms: median(all) };
  };

  const parse = await floorOf('parse', async () => (await program('bench/floor.ts', 'parse', spec)).ms);
  const parseBoth = await floorOf('parse both', async () => {
    return (await program('bench/floor.ts', 'parse', spec, other)).ms;
  });
  const ajv = await floorOf('Ajv alone', async () =>
    Number((await program('bench/floor.ts', 'ajv', spec)).stdout),
  );

  const validate = (): Promise<ProgramRun> => program('scripts/validate.ts', '--spec', spec);
  await measure('validate, cold', parse, validate, forget);
  await measure('validate, warm', parse, validate);
  let edition = 2;
  const edit = async (i: number): Promise<void> => {
    const file = generateStanza(shape, (i * 7 + 3) % stanzas, edition++);
    await writeFile(join(spec, file.path), file.text);
  };
  await measure('validate, one stanza changed', parse, validate, edit);

  const build = (): Promise<ProgramRun> => program('scripts/build.ts', '--spec', spec, '--out', out);
  const coldBuilds = await repeat('build, cold', build, async () => {
    await forget();
    await rm(out, { recursive: true, force: true });
  });
  const written = await sizesIn(out);
  const copy = join(room, 'copy');
  const write = await floorOf('write', async () => {
    const { ms } = await program('bench/floor.ts', 'write', out, copy);
    await rm(copy, { recursive: true });
    return ms;
  });
  measured.push(summed('build, cold', coldBuilds, write, stanzas));
  await measure('build, one stanza changed', write, build, edit);
  await measure('build, nothing changed', write, build);
  await measure('diff', parseBoth, () => program('scripts/diff.ts', spec, other));

  const capture = join(room, 'capture.log');
  await writeFile(capture, await captureIn(spec));
  await measure('capture check', parse, () => {
    return program('scripts/capture.ts', 'check', capture, '--spec', spec, '--fail-on', 'error');
  });

  say('search query');
  const asked: ProgramRun[] = [];
  const floors: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const run = await program('bench/corpus/search-queries.ts', join(out, 'search'), QUERIES.join(','));
    const [ms = 0, floorMs = 0] = run.stdout.split(' ').map(Number);
    asked.push({ ...run, ms });
    floors.push(floorMs);
  }
  measured.push(summed('search query', asked, { name: 'parse the index', ms: median(floors) }, stanzas));

  const cold = measured.find(({ name }) => name === 'build, cold')?.ms ?? Number.NaN;
  await rm(room, { recursive: true });
  return {
    stanzas,
    files: corpus.files.length,
    lines: corpus.lines,
    bytes: corpus.bytes,
    ...written,
    stanzaPagesPerSecond: (stanzas / cold) * 1000,
    floors: Object.fromEntries([parse, parseBoth, ajv, write].map(({ name, ms }) => [name, ms])),
    measured,
  };
}

/** Words that stand in generated specs, a part of one, a typing error, and several at once. */
const QUERIES = [
  'session',
  'retry',
  'cand',
  'timeout-relay',
  'relay candidate',
  'sesion',
  'first',
  'key level peer',
];

function summed(name: string, done: readonly ProgramRun[], floor: Floor, stanzas: number): Measured {
  const ms = median(done.map((one) => one.ms));
  return {
    name,
    ms,
    runs: done.map((one) => one.ms),
    floor: floor.name,
    floorMs: floor.ms,
    ratio: ms / floor.ms,
    perStanza: ms / stanzas,
    peak: Math.max(...done.map(({ peak }) => peak)),
  };
}

async function sizesIn(root: string): Promise<Pick<SizeReport, 'pages' | 'written'>> {
  let pages = 0;
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    if (entry.name.endsWith('.html')) pages += 1;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { pages, written: { files, bytes } };
}

/** The body of a capture of a spec, as a log would hold it. */
async function captureIn(spec: string): Promise<string> {
  const text = await readFile(join(spec, 'captures/capture-0.yaml'), 'utf8');
  return /body: \|-\n([\s\S]*?)\nsanitized/.exec(text)?.[1]?.replace(/^ {4}/gm, '') ?? '';
}

async function measureShipped(runs: number, scratch: string, io: Io): Promise<Measured[]> {
  const room = await mkdtemp(join(tmpdir(), 'bench-'));
  const [spec, out, cache] = [join(room, 'spec'), join(room, 'out'), join(room, 'cache')];
  await cp(specFolder(undefined, io).root, spec, { recursive: true });
  const stanza = join(spec, 'stanzas/call-offer.yaml');
  const build = (): Promise<ProgramRun> =>
    runProgram({
      script: 'scripts/build.ts',
      args: ['--spec', spec, '--out', out],
      env: { STANZA_CATALOG_CACHE: cache },
      scratch,
    });
  const empty: number[] = [];
  const cold: ProgramRun[] = [];
  const changed: ProgramRun[] = [];
  io.err('the spec of this repository, and an empty Astro site\n');
  for (let i = 0; i < runs; i += 1) {
    const root = join(scratch, 'empty');
    await mkdir(root, { recursive: true });
    empty.push((await runProgram({ script: 'bench/corpus/empty-site.ts', args: [root], scratch })).ms);
    await rm(root, { recursive: true });
    for (const folder of [cache, out]) await rm(folder, { recursive: true, force: true });
    cold.push(await build());
    await writeFile(stanza, `${await readFile(stanza, 'utf8')}# Edition ${i}.\n`);
    changed.push(await build());
  }
  await rm(room, { recursive: true });
  const floor = { name: 'an empty Astro site', ms: median(empty) };
  return [summed('build, cold', cold, floor, 1), summed('build, one stanza changed', changed, floor, 1)];
}

if (import.meta.main) await runCommand(bench);
