import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../lib/node/process/io.ts';
import type { CorpusShape } from './corpus/corpus-shape.ts';
import { generateStanza } from './corpus/generate-corpus.ts';
import { writeCorpus } from './corpus/write-corpus.ts';
import { type Floor, type Measured, median, type SizeReport, summed } from './measured.ts';
import type { SearchTimes } from './programs/search-queries.ts';
import { type ProgramRun, runProgram } from './run-program.ts';

/** Generates a spec and measures every command on it. */
export async function measureSize(
  shape: CorpusShape,
  runs: number,
  scratch: string,
  io: Io,
): Promise<SizeReport> {
  // Outside of any repository: a commit that somebody makes meanwhile would change every page.
  const room = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const bench = sizeBench(shape, runs, scratch, room, io);
    const corpus = await writeCorpus(bench.spec, shape);
    await cp(bench.spec, bench.other, { recursive: true });
    const changed = generateStanza(shape, shape.stanzas >> 1, 1);
    await writeFile(join(bench.other, changed.path), changed.text);

    const floors = await parseFloors(bench);
    await measureValidate(bench, floors.parse);
    const { write, written } = await measureBuilds(bench);
    await measureReaders(bench, floors);
    await measureSearch(bench);
    const cold = bench.measured.find(({ name }) => name === 'build, cold')?.ms ?? Number.NaN;
    const all = [floors.parse, floors.parseBoth, floors.ajv, write];
    return {
      stanzas: shape.stanzas,
      files: corpus.files.length,
      lines: corpus.lines,
      bytes: corpus.bytes,
      ...written,
      stanzaPagesPerSecond: (shape.stanzas / cold) * 1000,
      floors: Object.fromEntries(all.map(({ name, ms }) => [name, ms])),
      measured: bench.measured,
    };
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** The folders of one size, and the ways to measure something in them. */
interface SizeBench {
  readonly spec: string;
  /** The same spec with one stanza changed. */
  readonly other: string;
  readonly out: string;
  readonly room: string;
  readonly runs: number;
  readonly stanzas: number;
  /** What was measured so far, in order. */
  readonly measured: Measured[];
  readonly say: (what: string) => void;
  readonly program: (script: string, ...args: string[]) => Promise<ProgramRun>;
  /** Takes away what commands keep. */
  readonly forget: () => Promise<void>;
  /** Changes a stanza of the spec, another one each time. */
  readonly edit: (i: number) => Promise<void>;
  readonly repeat: (name: string, run: () => Promise<ProgramRun>, before?: Before) => Promise<ProgramRun[]>;
  readonly measure: (
    name: string,
    floor: Floor,
    run: () => Promise<ProgramRun>,
    before?: Before,
  ) => Promise<void>;
  readonly floorOf: (name: string, run: () => Promise<number>) => Promise<Floor>;
}

/** What is done before a run that is not measured. */
type Before = (i: number) => Promise<void>;

function sizeBench(shape: CorpusShape, runs: number, scratch: string, room: string, io: Io): SizeBench {
  const [spec, cache] = [join(room, 'spec'), join(room, 'cache')];
  const env = { STANZA_CATALOG_CACHE: cache };
  const measured: Measured[] = [];
  const say = (what: string): void => io.err(`${shape.stanzas} stanzas: ${what}\n`);
  const repeat: SizeBench['repeat'] = async (name, run, before) => {
    say(name);
    const done: ProgramRun[] = [];
    for (let i = 0; i < runs; i += 1) {
      await before?.(i);
      done.push(await run());
    }
    return done;
  };
  let edition = 2;
  return {
    spec,
    other: join(room, 'other'),
    out: join(room, 'out'),
    room,
    runs,
    stanzas: shape.stanzas,
    measured,
    say,
    program: (script, ...args) => runProgram({ script, args, env, scratch }),
    forget: () => rm(cache, { recursive: true, force: true }),
    edit: async (i) => {
      const file = generateStanza(shape, (i * 7 + 3) % shape.stanzas, edition++);
      await writeFile(join(spec, file.path), file.text);
    },
    repeat,
    measure: async (name, floor, run, before) => {
      measured.push(summed(name, await repeat(name, run, before), floor, shape.stanzas));
    },
    floorOf: async (name, run) => {
      say(`floor: ${name}`);
      const all: number[] = [];
      for (let i = 0; i < runs; i += 1) all.push(await run());
      return { name, ms: median(all) };
    },
  };
}

interface Floors {
  readonly parse: Floor;
  readonly parseBoth: Floor;
  readonly ajv: Floor;
}

async function parseFloors({ spec, other, program, floorOf }: SizeBench): Promise<Floors> {
  return {
    parse: await floorOf('parse', async () => (await program('bench/programs/floor.ts', 'parse', spec)).ms),
    parseBoth: await floorOf('parse both', async () => {
      return (await program('bench/programs/floor.ts', 'parse', spec, other)).ms;
    }),
    ajv: await floorOf('Ajv alone', async () =>
      Number((await program('bench/programs/floor.ts', 'ajv', spec)).stdout),
    ),
  };
}

async function measureValidate(
  { spec, program, measure, forget, edit }: SizeBench,
  parse: Floor,
): Promise<void> {
  const validate = (): Promise<ProgramRun> => program('scripts/validate.ts', '--spec', spec);
  await measure('validate, cold', parse, validate, forget);
  await measure('validate, warm', parse, validate);
  await measure('validate, one stanza changed', parse, validate, edit);
}

/** Builds of the site, beside what it takes to write files of their sizes. */
async function measureBuilds(
  bench: SizeBench,
): Promise<{ write: Floor; written: Pick<SizeReport, 'pages' | 'written'> }> {
  const { spec, out, room, program, forget, edit, repeat, measure, floorOf, measured } = bench;
  const build = (): Promise<ProgramRun> => program('scripts/build.ts', '--spec', spec, '--out', out);
  const cold = await repeat('build, cold', build, async () => {
    await forget();
    await rm(out, { recursive: true, force: true });
  });
  const written = await sizesIn(out);
  const copy = join(room, 'copy');
  const write = await floorOf('write', async () => {
    const { ms } = await program('bench/programs/floor.ts', 'write', out, copy);
    await rm(copy, { recursive: true });
    return ms;
  });
  measured.push(summed('build, cold', cold, write, bench.stanzas));
  await measure('build, one stanza changed', write, build, edit);
  await measure('build, nothing changed', write, build);
  return { write, written };
}

/** What reads specs and prints: the differences of two, and how a capture agrees with one. */
async function measureReaders(bench: SizeBench, { parse, parseBoth }: Floors): Promise<void> {
  const { spec, other, room, program, measure } = bench;
  await measure('diff', parseBoth, () => program('scripts/diff.ts', spec, other));
  const capture = join(room, 'capture.log');
  await writeFile(capture, await captureIn(spec));
  await measure('capture check', parse, () => {
    return program('scripts/capture.ts', 'check', capture, '--spec', spec, '--fail-on', 'error');
  });
}

async function measureSearch({ out, runs, program, say, measured, stanzas }: SizeBench): Promise<void> {
  say('search query');
  const asked: ProgramRun[] = [];
  const floors: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const run = await program('bench/programs/search-queries.ts', join(out, 'search'), QUERIES.join(','));
    const { query, parse } = JSON.parse(run.stdout) as SearchTimes;
    asked.push({ ...run, ms: query });
    floors.push(parse);
  }
  measured.push(summed('search query', asked, { name: 'parse the index', ms: median(floors) }, stanzas));
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
