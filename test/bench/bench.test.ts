import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bench } from '../../bench/bench.ts';
import { generateCorpus, generateStanza } from '../../bench/corpus/generate-corpus.ts';
import type { BenchReport } from '../../bench/measured.ts';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { THOROUGH } from '../helpers/thorough.ts';

const SHAPE = { stanzas: 60, lines: 115, seed: 7 };

test('a generated spec is valid, reproducible from its seed, and of the requested size', () => {
  const files = [...generateCorpus(SHAPE)];
  assert.deepEqual([...generateCorpus(SHAPE)], files);
  assert.notDeepEqual([...generateCorpus({ ...SHAPE, seed: 8 })], files);
  const { findings, counts } = validateSpec(
    memoryFiles(Object.fromEntries(files.map(({ path, text }) => [path, text]))),
  );
  assert.deepEqual(findings, []);
  assert.equal(counts['stanza'], 60);
  const stanzas = files.filter(({ path }) => path.startsWith('stanzas/'));
  const lines = stanzas.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0) / stanzas.length;
  assert.ok(lines > 80 && lines < 160, `${lines} lines a stanza`);
});

test('another edition of a stanza has different bytes but the same name', () => {
  const [first, second] = [generateStanza(SHAPE, 5), generateStanza(SHAPE, 5, 1)];
  assert.equal(first.path, second.path);
  assert.notEqual(first.text, second.text);
});

if (THOROUGH) {
  test('the benchmark measures every command at each size, beside its floor', async (t) => {
    const root = await tempFolder(t, {});
    const json = join(root, 'bench.json');
    const io = testIo({ cwd: PROJECT_ROOT, env: { SPEC_DIR: FIXTURE } });
    assert.equal(
      await bench([...'--sizes 12 --runs 1 --lines 60 --captured 20 --json'.split(' '), json], io),
      0,
    );
    const report = JSON.parse(await readFile(json, 'utf8')) as BenchReport;
    assert.deepEqual(
      report.sizes.map(({ stanzas }) => stanzas),
      [12],
    );
    const names = [
      'validate, cold',
      'validate, warm',
      'validate, one stanza changed',
      'build, cold',
      'build, one stanza changed',
      'build, nothing changed',
      'diff',
      'capture check',
      'search query',
    ];
    const measured = report.sizes.flatMap((size) => size.measured);
    for (const { measured } of report.sizes)
      assert.deepEqual(
        measured.map(({ name }) => name),
        names,
      );
    for (const { name, ms, floorMs, ratio, perStanza, peak, runs } of [...measured, ...report.shipped]) {
      for (const number of [ms, floorMs, ratio, perStanza, peak, ...runs]) {
        assert.ok(Number.isFinite(number) && number > 0, `${name}: ${number}`);
      }
      assert.equal(runs.length, 1);
      assert.ok(peak > 20e6, `${name} takes ${peak} bytes`);
    }
    for (const name of names) assert.match(io.stdout(), new RegExp(`^\\| ${name} \\|`, 'm'));
    assert.match(io.stdout(), /stanza pages a second/);
  });
}

test('an invalid size is a usage error', async () => {
  const io = testIo({ cwd: PROJECT_ROOT });
  await assert.rejects(bench(['--sizes', '10,x'], io), /--sizes x: use a whole number/);
});
