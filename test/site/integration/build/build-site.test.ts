import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generateCorpus } from '../../../../bench/corpus/generate-corpus.ts';
import { PROJECT_ROOT } from '../../../../lib/node/process/project-root.ts';
import { loadPublication } from '../../../../lib/node/spec/load-publication.ts';
import { specFolder } from '../../../../lib/node/spec/spec-folder.ts';
import { buildSite } from '../../../../site/integration/build/build-site.ts';
import { filesIn } from '../../../helpers/site/files-in.ts';
import { tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

const room = await mkdtemp(join(PROJECT_ROOT, '.tmp-threads-'));
after(() => rm(room, { recursive: true, force: true }));

test('two threads write the same site as one, byte for byte', async (t) => {
  const shape = { stanzas: 30, lines: 100, seed: 5 };
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(shape)].map(({ path, text }) => [path, text])),
  );
  const io = testIo({ cwd: root, env: { BASE_PATH: '/some/base/' } });
  const { publication, preloaded, validate } = await loadPublication(specFolder(root, io), io);
  assert.deepEqual((await validate()).findings, []);
  const [one, two] = [join(room, 'one'), join(room, 'two')];
  const pages = await buildSite(publication, one);
  assert.equal(await buildSite(publication, two, { preloaded }), pages);
  const [expected, made] = [await filesIn(one), await filesIn(two)];
  assert.deepEqual([...made.keys()], [...expected.keys()]);
  for (const [path, bytes] of expected) assert.ok(made.get(path)?.equals(bytes), `${path} differs`);
});

test('an error in the second thread fails the build, and leaves no files', async (t) => {
  const shape = { stanzas: 5, lines: 100, seed: 5 };
  const root = await tempFolder(
    t,
    Object.fromEntries([...generateCorpus(shape)].map(({ path, text }) => [path, text])),
  );
  const io = testIo({ cwd: root });
  const { publication, preloaded } = await loadPublication(specFolder(root, io), io);
  const broken = { ...preloaded, files: { ...preloaded.files, reads: new Map() } };
  await assert.rejects(
    buildSite(publication, join(room, 'three'), { preloaded: broken }),
    /loaded 0 facts instead of \d+/,
  );
  assert.deepEqual(
    (await readdir(room)).filter((name) => name.startsWith('three')),
    [],
  );
});
