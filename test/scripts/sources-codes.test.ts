import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sourcesWork } from '../helpers/sources/sources-work.ts';

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
