import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import { citedIn } from '../../lib/corpus/sources/checks/citations-of-parts.ts';
import { specFolder } from '../../lib/node/spec/spec-folder.ts';
import { sourcesWork } from '../helpers/sources/sources-work.ts';
import { testIo } from '../helpers/test-io.ts';

test('sources -- codes lists the lines of code that cite a part, and no others', async (t) => {
  const here = await sourcesWork(t);
  here.cite(
    here.commit({
      'a.go': 'x\n// SIG-01: a receipt answers it\n',
      'b.go': '// XSIG-01, SIG-011, SIG-02\n',
      'spec.md': 'SIG-01\n',
    }),
    {
      reason: ['client:a.go#L1'],
    },
  );
  mkdirSync(join(here.cwd, 'spec/signalling'), { recursive: true });
  writeFileSync(
    join(here.cwd, 'spec/signalling/receipts.yaml'),
    'id: receipts\ncode: SIG-01\ncategory: signalling\ntitle: Receipts\nsummary: What answers.\n',
  );
  const { code, stdout } = await here.run('codes');
  assert.equal(code, 0);
  assert.equal(stdout, 'SIG-01 (receipts)  client:a.go#L2  // SIG-01: a receipt answers it\n');

  // The check keeps them for the page of the part, also those of a client whose clone is not at hand later.
  const citations = async (): Promise<unknown> => {
    await here.run('check');
    return JSON.parse(readFileSync(join(here.cwd, 'spec/source-checks.json'), 'utf8')).parts;
  };
  assert.deepEqual(await citations(), { receipts: ['client:a.go#L2'] });
  rmSync(join(here.cwd, 'clones'), { recursive: true });
  mkdirSync(join(here.cwd, 'clones'));
  assert.deepEqual(await citations(), { receipts: ['client:a.go#L2'] });
});

test('a line that cites a part is no longer shown when its flavor moved and nobody has searched it again', async (t) => {
  const here = await sourcesWork(t);
  const cited = { reason: ['client:a.go#L1'] };
  const first = here.commit({ 'a.go': 'x\n// SIG-01: a receipt answers it\n' });
  const next = here.commit({ 'a.go': 'x\ny\n// SIG-01: a receipt answers it\n' });
  mkdirSync(join(here.cwd, 'spec/signalling'), { recursive: true });
  writeFileSync(
    join(here.cwd, 'spec/signalling/receipts.yaml'),
    'id: receipts\ncode: SIG-01\ncategory: signalling\ntitle: Receipts\nsummary: What answers.\n',
  );
  const shown = (): readonly string[] =>
    citedIn(loadCorpus(specFolder('spec', testIo({ cwd: here.cwd })).files).corpus, 'receipts');
  here.cite(first, cited);
  await here.run('check');
  assert.deepEqual(shown(), ['client:a.go#L2']);

  here.cite(next, cited);
  assert.deepEqual(shown(), []);
  renameSync(join(here.cwd, 'clones'), join(here.cwd, 'elsewhere'));
  mkdirSync(join(here.cwd, 'clones'));
  const { stdout } = await here.run('check', '--fail-on', 'note');
  assert.match(stdout, /client\.yaml:3:9 {2}note {2}source\/citation-outdated/);
  assert.match(stdout, new RegExp(`1 line in client that cites a part was found at ${first.slice(0, 7)}`));
  assert.deepEqual(shown(), []);

  rmSync(join(here.cwd, 'clones'), { recursive: true });
  renameSync(join(here.cwd, 'elsewhere'), join(here.cwd, 'clones'));
  assert.doesNotMatch((await here.run('check')).stdout, /citation-outdated/);
  assert.deepEqual(shown(), ['client:a.go#L3']);
});
