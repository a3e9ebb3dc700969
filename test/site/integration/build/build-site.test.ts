import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generateCorpus } from '../../../../bench/corpus/generate-corpus.ts';
import { PROJECT } from '../../../../lib/node/process/project-root.ts';
import { loadPublication } from '../../../../lib/node/spec/load-publication.ts';
import { specFolder } from '../../../../lib/node/spec/spec-folder.ts';
import { build } from '../../../../site/integration/build/astro.ts';
import { buildSite } from '../../../../site/integration/build/build-site.ts';
import { publicationPlugin } from '../../../../site/integration/content/publication-module.ts';
import { tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

const room = await mkdtemp(join(PROJECT, '.tmp-threads-'));
after(() => rm(room, { recursive: true, force: true }));

async function filesIn(root: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length), await readFile(path));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('the pages, styles and scripts are those of a build by Astro alone, byte for byte', async (t) => {
  const shape = { stanzas: 3, lines: 100, seed: 7 };
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(shape)].map(({ path, text }) => [path, text])),
  );
  const io = testIo({ cwd: root, env: { SITE_URL: 'https://example.org', BASE_PATH: '/some/base/' } });
  const { publication } = await loadPublication(specFolder(root, io), io);
  const [astro, ours] = [join(room, 'astro'), join(room, 'ours')];
  await build({
    root: PROJECT,
    outDir: astro,
    base: publication.base,
    site: 'https://example.org',
    logLevel: 'warn',
    vite: { logLevel: 'warn', plugins: [publicationPlugin(() => publication)] },
  });
  await buildSite(publication, ours);
  const [expected, made] = [await filesIn(astro), await filesIn(ours)];
  assert.ok([...expected.keys()].filter((path) => path.endsWith('.html')).length > 20);
  for (const [path, bytes] of expected) assert.ok(made.get(path)?.equals(bytes), `${path} differs`);
  const beside = [...made.keys()].filter((path) => !expected.has(path));
  assert.deepEqual(
    beside.filter((path) => /\.(?:html|css|js|svg|wasm)$/.test(path)),
    [],
  );
});

test('two threads write the site that one writes, byte for byte', async (t) => {
  const shape = { stanzas: 30, lines: 100, seed: 5 };
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(shape)].map(({ path, text }) => [path, text])),
  );
  const io = testIo({ cwd: root, env: { BASE_PATH: '/some/base/' } });
  const { publication, ahead, judge } = await loadPublication(specFolder(root, io), io);
  assert.deepEqual((await judge()).findings, []);
  const [one, two] = [join(room, 'one'), join(room, 'two')];
  const pages = await buildSite(publication, one);
  assert.equal(await buildSite(publication, two, { ahead }), pages);
  const [expected, made] = [await filesIn(one), await filesIn(two)];
  assert.deepEqual([...made.keys()], [...expected.keys()]);
  for (const [path, bytes] of expected) assert.ok(made.get(path)?.equals(bytes), `${path} differs`);
});

test('what fails in the second thread fails the build, and leaves nothing behind', async (t) => {
  const shape = { stanzas: 5, lines: 100, seed: 5 };
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(shape)].map(({ path, text }) => [path, text])),
  );
  const io = testIo({ cwd: root });
  const { publication, ahead } = await loadPublication(specFolder(root, io), io);
  const broken = { ...ahead, reads: new Map() };
  await assert.rejects(
    buildSite(publication, join(room, 'three'), { ahead: broken }),
    /the thread has read 0 facts of \d+/,
  );
  assert.deepEqual(
    (await readdir(room)).filter((name) => name.startsWith('three')),
    [],
  );
});
