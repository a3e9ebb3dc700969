import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { generateCorpus, generateStanza } from '../../../../bench/corpus/generate-corpus.ts';
import { packDefinition } from '../../../../lib/corpus/load/read-definition.ts';
import { renderJson } from '../../../../lib/findings/render-json.ts';
import { nodeFiles } from '../../../../lib/node/node-files.ts';
import { parseInThreads } from '../../../../lib/node/spec/parse-in-threads.ts';
import { rulesForSpec } from '../../../../lib/node/spec/rules-for-spec.ts';
import { validateSpec } from '../../../../lib/rules/validate-spec.ts';
import { validate as main } from '../../../../scripts/validate.ts';
import { tempFolder } from '../../../helpers/temp-spec.ts';
import { testIo } from '../../../helpers/test-io.ts';

const SHAPE = { stanzas: 60, lines: 140, seed: 3 };

/** A spec that is large enough to be kept, and a folder for what is kept. */
async function setUp(t: TestContext) {
  const files = Object.fromEntries(
    [...generateCorpus(SHAPE)].map(({ path, text }) => [`spec/${path}`, text]),
  );
  const root = await tempFolder(t, files);
  const cache = join(root, 'cache');
  const run = async (env: Record<string, string> = { STANZA_CATALOG_CACHE: cache }): Promise<string> => {
    const io = testIo({ cwd: root, env });
    await main(['--format', 'json', '--fail-on', 'error'], io);
    return io.stdout();
  };
  /** What there is to say, worked out from nothing. */
  const truth = async (): Promise<string> => {
    const port = nodeFiles(join(root, 'spec'), 'spec');
    const { findings, counts } = validateSpec(port, await rulesForSpec(port));
    return renderJson(findings, counts, !findings.some(({ level }) => level === 'error'));
  };
  const stanza = (i: number): string => join(root, 'spec', generateStanza(SHAPE, i).path);
  return { root, cache, run, truth, stanza };
}

test('a second run has the same findings, and every edit updates them', async (t) => {
  const { cache, run, truth, stanza, root } = await setUp(t);
  assert.equal(await run(), await truth());
  assert.ok((await readdir(cache)).length >= 2, 'nothing was kept');
  assert.equal(await run(), await truth());

  const edits: (() => Promise<void>)[] = [
    async () => writeFile(stanza(3), (await readFile(stanza(3), 'utf8')).replace('tag: call', 'tag: other')),
    async () =>
      writeFile(stanza(4), (await readFile(stanza(4), 'utf8')).replace('status: draft', 'status: drat')),
    async () => appendFile(stanza(5), '\0'),
    async () => rm(join(root, 'spec/enums/values-0.yaml')),
    async () => writeFile(join(root, 'spec/enums/stray.txt'), 'x'),
    async () => writeFile(join(root, 'spec/enums/stray.json'), '{}'),
    async () => writeFile(stanza(4), generateStanza(SHAPE, 4, 1).text),
    async () => writeFile(stanza(5), generateStanza(SHAPE, 5).text),
    async () => rm(join(root, 'spec/flavors/flavor-c.yaml')),
  ];
  const said = new Set([await run()]);
  for (const [i, edit] of edits.entries()) {
    await edit();
    const now = await run();
    assert.equal(now, await truth(), `edit ${i}`);
    assert.equal(await run(), now, `the run after edit ${i}`);
    said.add(now);
  }
  assert.ok(said.size > 5, 'the edits change what is said');
});

test('a damaged or unwritable cache changes nothing', async (t) => {
  const { cache, run, truth, stanza } = await setUp(t);
  const whole = await run();
  assert.equal(whole, await truth());
  for (const damage of [
    async (file: string) => truncate(file, (await readFile(file)).length - 700),
    async (file: string) => appendFile(file, 'rubbish 0 {"data":\n'),
    async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replaceAll('draft', 'graft')),
    async (file: string) => writeFile(file, ''),
  ]) {
    for (const name of await readdir(cache)) await damage(join(cache, name));
    assert.equal(await run(), whole);
    // Without the verdict, so that the definitions are looked at too.
    for (const name of await readdir(cache)) {
      if (name.startsWith('verdict-')) await rm(join(cache, name));
      else await damage(join(cache, name));
    }
    assert.equal(await run(), whole);
  }
  assert.equal(
    await run({ STANZA_CATALOG_CACHE: stanza(1) }),
    whole,
    'a file stands where the folder would be',
  );
});

test('threads read definitions as the main thread does, in the same order', async () => {
  const files = [...generateCorpus({ ...SHAPE, stanzas: 100 })]
    .filter(({ path }) => path.startsWith('stanzas/'))
    .map(({ path, text }, i) => ({
      definition: { kind: 'stanza', id: path.slice(8, -5), file: `spec/${path}` } as const,
      bytes: new TextEncoder().encode(i % 10 === 3 ? `${text}\nid: again\n` : text),
    }));
  const packs = await parseInThreads(files);
  assert.deepEqual(
    packs,
    files.map(({ definition, bytes }) => packDefinition(definition, bytes)),
  );
  assert.equal(packs.filter((one) => one === undefined).length, 10);
});
