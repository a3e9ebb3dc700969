import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAPTURE_FORMS } from '../../bench/capture-throughput.ts';
import type { Entry } from '../../lib/corpus/model/corpus.ts';
import { finding } from '../../lib/findings/finding.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import type { Rule } from '../../lib/rules/parts/rule.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { THOROUGH } from '../helpers/thorough.ts';
import { corpusOf } from '../lib/capture/nodes.ts';
import { captureMutant } from './capture-mutants.ts';
import { checkCaptureMutant } from './check-capture-mutant.ts';
import { checkCorpusMutant } from './check-corpus-mutant.ts';
import { corpusMutant } from './corpus-mutants.ts';
import { main } from './fuzz.ts';
import { LARGE_LINES } from './large-lines.ts';
import { specTexts } from './spec-texts.ts';

async function run(...args: string[]) {
  const io = testIo({ cwd: PROJECT_ROOT });
  const code = await guarded(main, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

const LINES = THOROUGH ? LARGE_LINES.length : 8;
const MANY = THOROUGH ? ['--corpus', '120', '--captures', '2000'] : ['--corpus', '30', '--captures', '300'];

test('mutants of the spec and of logs violate no invariant', async () => {
  const { code, stdout } = await run(...MANY, '--lines', '0', '--json');
  const { ok, corpus, captures } = JSON.parse(stdout);
  assert.deepEqual([corpus.failures, captures.failures], [[], []]);
  assert.equal(ok, true);
  assert.equal(code, 0);
  // Mutants that are all refused at once would show nothing.
  assert.ok(corpus.accepted >= 1 && corpus.accepted < corpus.mutants, String(corpus.accepted));
  assert.ok(captures.accepted >= 0.15 * captures.mutants, String(captures.accepted));
  assert.ok(corpus.slowest.ms > 0 && captures.slowest.ms > 0);
});

test('large lines of every form violate no invariant', async () => {
  const { code, stdout } = await run(
    ...['--corpus', '0', '--captures', '0', '--lines', String(LINES), '--line-size', '30000', '--json'],
  );
  const { ok, lines } = JSON.parse(stdout);
  assert.deepEqual([lines.failures, ok, code], [[], true, 0]);
  assert.equal(lines.mutants, LINES);
  assert.ok(lines.accepted >= lines.mutants / 2, String(lines.accepted));
  const forms = new Set(LARGE_LINES.map(({ form }) => form));
  assert.deepEqual(
    CAPTURE_FORMS.filter((form) => !forms.has(form)),
    [],
  );
  for (const { make, what } of LARGE_LINES) {
    const { length } = make(10_000);
    assert.ok(length <= 10_000 && length > 9_900, `${what}: ${length}`);
  }
  assert.ok((await run('--show', 'lines:3')).stdout.length > 300);
});

test('a mutant is reproducible from its seed, and can be printed', async () => {
  const texts = specTexts(FIXTURE);
  assert.deepEqual(corpusMutant(texts, 3, 17), corpusMutant(texts, 3, 17));
  assert.notDeepEqual(corpusMutant(texts, 3, 17), corpusMutant(texts, 4, 17));
  assert.deepEqual(captureMutant(3, 17), captureMutant(3, 17));
  const { path } = corpusMutant(texts, 3, 17);
  const { code, stdout } = await run('--seed', '3', '--show', 'corpus:17');
  assert.equal(code, 0);
  assert.ok(stdout.startsWith(`# ${path}, beside `), stdout.slice(0, 100));
  assert.notEqual((await run('--show', 'captures:4')).stdout, '');
});

test('a usage error is a sentence', async () => {
  for (const args of [
    ['--corpus', 'many'],
    ['--show', 'corpus'],
    ['--captures', '-1'],
  ]) {
    const { code, stderr } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

const STANZA = { path: 'stanzas/ping.yaml', files: { 'stanzas/ping.yaml': minimalStanza('ping') } };
const ruleOf = (check: Rule['check']): Rule => ({ name: 'of-a-test', codes: [], check });

test('the invariants of a spec are checked: no crash, existing positions, values as in the text', () => {
  assert.deepEqual(checkCorpusMutant(STANZA, []), { complaints: [], accepted: true });
  const broken = { ...STANZA, files: { 'stanzas/ping.yaml': 'id: [' } };
  assert.deepEqual(checkCorpusMutant(broken, []), { complaints: [], accepted: false });
  const crash = ruleOf(() => {
    throw new Error('no');
  });
  assert.match(checkCorpusMutant(STANZA, [crash]).complaints.join(), /of-a-test/);
  for (const place of [
    { file: 'spec/stanzas/ping.yaml', line: 99, column: 1 },
    { file: 'spec/stanzas/ping.yaml', line: 1, column: 99 },
    { file: 'spec/stanzas/ping.yaml', line: 0, column: 1 },
    { file: 'spec/stanzas/pong.yaml', line: 1, column: 1 },
  ]) {
    const rule = ruleOf((_, report) => report(finding('yaml/empty', {}, place)));
    assert.match(
      checkCorpusMutant(STANZA, [rule]).complaints.join(),
      /^yaml\/empty (?:has no|is a)/,
      String(place.line),
    );
  }
  const changed = ruleOf((corpus) => {
    const stanzas = corpus.definitions.stanza as Map<string, Entry<'stanza'>>;
    for (const [id, entry] of stanzas) stanzas.set(id, { ...entry, data: { ...entry.data, tag: 'pong' } });
  });
  assert.match(checkCorpusMutant(STANZA, [changed]).complaints.join(), /has "pong" for "ping"/);
});

test('the invariants of a log are checked: no leak, no modified prototype', () => {
  const corpus = corpusOf(STANZA.files);
  const log = { form: 'hex', input: Uint8Array.of(0, 0xf8, 1, 2) } as const;
  const node = { tag: 'ping', attributes: [], children: [], content: undefined, cut: false };
  assert.deepEqual(checkCaptureMutant(log, corpus, () => node).complaints, []);
  const poisoned = Object.create({ strange: true }, Object.getOwnPropertyDescriptors(node));
  assert.match(checkCaptureMutant(log, corpus, () => poisoned).complaints.join(), /prototype/);
  const own = Object.defineProperty({ ...node }, '__proto__', { value: {}, enumerable: true });
  assert.match(checkCaptureMutant(log, corpus, () => own).complaints.join(), /prototype/);
  const touch = (): typeof node => {
    Object.defineProperty(Object.prototype, 'touched', { value: 1, configurable: true });
    return node;
  };
  try {
    assert.match(checkCaptureMutant(log, corpus, touch).complaints.join(), /added to a prototype/);
  } finally {
    delete (Object.prototype as { touched?: number }).touched;
  }
});
