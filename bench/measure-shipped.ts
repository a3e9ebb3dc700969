import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../lib/node/process/io.ts';
import { specFolder } from '../lib/node/spec/spec-folder.ts';
import { type Measured, median, summed } from './measured.ts';
import { type ProgramRun, runProgram } from './run-program.ts';

/** Builds of the spec of this repository, beside that of an empty Astro site. */
export async function measureShipped(runs: number, scratch: string, io: Io): Promise<Measured[]> {
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
    empty.push((await runProgram({ script: 'bench/programs/empty-site.ts', args: [root], scratch })).ms);
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
