import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { buildFrom } from '../../scripts/build.ts';
import { validate } from '../../scripts/validate.ts';
import { filesIn } from '../helpers/site/files-in.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

// Astro's own commands, called without anything of scripts/, with the environment variables of this project.

const ADDRESS = { SITE_URL: 'https://example.org', BASE_PATH: '/some/base/' };

let room: string;
before(async () => {
  // The code that renders the pages resolves its packages only inside the project.
  room = await mkdtemp(join(PROJECT_ROOT, '.tmp-astro-'));
  const corpus = generateCorpus({ stanzas: 3, lines: 100, seed: 7 });
  for (const { path, text } of corpus) {
    await mkdir(join(room, 'spec', path, '..'), { recursive: true });
    await writeFile(join(room, 'spec', path), text);
  }
});
after(() => rm(room, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

function astro(args: readonly string[], env: Record<string, string>): Running {
  const program = join(PROJECT_ROOT, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...ADDRESS, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { child, said, ended };
}

/** Polls until a response matches: a server needs a moment to start, and to notice a saved file. */
async function waitFor(url: string, pattern: RegExp, { said }: Running): Promise<string> {
  const end = Date.now() + 60_000;
  let text = '';
  while (Date.now() < end) {
    text = await fetch(url)
      .then((response) => response.text())
      .catch(() => '');
    if (pattern.test(text)) return text;
    await setTimeout(100);
  }
  assert.fail(`${url} never had ${pattern}:\n${text.slice(0, 500)}\n${said.out}${said.err}`);
}

test('astro build, npm run build and its plain engine write the same files; astro preview serves them', async (t) => {
  const spec = join(room, 'spec');
  const [byAstro, fast, plain] = ['astro', 'fast', 'plain'].map((name) => join(room, name)) as [
    string,
    string,
    string,
  ];
  const { ended, said } = astro(['build', '--outDir', byAstro], { SPEC_DIR: spec });
  assert.equal(await ended, 0, said.out + said.err);
  for (const [out, isFast] of [
    [fast, true],
    [plain, false],
  ] as const) {
    const io = testIo({ cwd: room, env: ADDRESS });
    assert.equal(await buildFrom(spec, out, io, { isFast }), 0, io.stderr());
  }

  const expected = await filesIn(byAstro);
  assert.ok([...expected.keys()].filter((path) => path.endsWith('.html')).length > 20);
  for (const path of [
    'stanzas.json',
    'stanzas.md',
    'feed.xml',
    'sitemap-index.xml',
    'card.png',
    '_headers',
  ]) {
    assert.ok(expected.has(path), path);
  }
  for (const out of [fast, plain]) {
    const made = await filesIn(out);
    assert.deepEqual([...made.keys()], [...expected.keys()]);
    for (const [path, bytes] of expected)
      assert.ok(made.get(path)?.equals(bytes), `${path} of ${out} differs`);
  }

  const preview = astro(['preview', '--outDir', byAstro, '--port', '4392'], { SPEC_DIR: spec });
  t.after(() => preview.child.kill());
  await waitFor('http://localhost:4392/some/base/', /href="\/some\/base\/stanzas\/"/, preview);
});

/** An unknown key is an error where a spec asks for it. */
const STRICT = { 'spec.yaml': "title: Pings\nversion: '1.0.0'\npolicy: strict\n" };

test('astro build refuses a spec with errors at their places, as validate prints them, and writes nothing', async (t) => {
  const spec = await tempFolder(t, {
    ...STRICT,
    'stanzas/ping.yaml': minimalStanza('ping', 'colour: red\nshape: round\n'),
  });
  const out = join(room, 'refused');
  const { ended, said } = astro(['build', '--outDir', out], { SPEC_DIR: spec });
  assert.equal(await ended, 1);
  const io = testIo({ cwd: PROJECT_ROOT });
  assert.equal(await validate(['--spec', spec], io), 1);
  assert.ok(io.stdout().includes('ping.yaml:9:1'));
  assert.ok(said.out.includes(io.stdout()), said.out);
  assert.match(said.err, /The spec has 2 errors/);
  assert.match(said.err, /Location:\s+\S*stanzas\/ping\.yaml:9:1\n/);
  assert.doesNotMatch(said.err, /Stack trace|\n\s+at /);
  await assert.rejects(readFile(join(out, 'index.html')));

  const missing = astro(['build', '--outDir', out], { SPEC_DIR: join(spec, 'nowhere') });
  assert.equal(await missing.ended, 1);
  assert.match(missing.said.err, /There is no folder .*nowhere/);
  assert.doesNotMatch(missing.said.err, /Stack trace/);
});

test('astro dev serves pages and the files beside them, and updates both when a file is saved', async (t) => {
  const spec = await tempFolder(t, {
    ...STRICT,
    'stanzas/ping.yaml': minimalStanza('ping', 'notes: First words.\n'),
  });
  const dev = astro(['dev', '--ignore-lock', '--port', '4391'], { SPEC_DIR: spec });
  t.after(() => dev.child.kill());
  const site = 'http://localhost:4391/some/base';
  await waitFor(`${site}/stanzas/ping/`, /First words\./, dev);
  const twin = JSON.parse(await waitFor(`${site}/stanzas/ping.json`, /First words\./, dev));
  assert.equal(twin.$schema, 'https://example.org/some/base/schema/stanza-twin.schema.json');

  await writeFile(join(spec, 'stanzas/ping.yaml'), minimalStanza('ping', 'notes: Second words.\n'));
  await waitFor(`${site}/stanzas/ping/`, /Second words\./, dev);
  await waitFor(`${site}/stanzas/ping.md`, /Second words\./, dev);

  await writeFile(join(spec, 'stanzas/ping.yaml'), minimalStanza('ping', 'colour: red\n'));
  const end = Date.now() + 30_000;
  while (!dev.said.err.includes('ping.yaml:9:1') && Date.now() < end) await setTimeout(50);
  assert.match(dev.said.err, /ping\.yaml:9:1 {2}error {2}schema\/unknown-key/);
});
