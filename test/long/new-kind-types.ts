import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeToyProduct } from '../project/toy-kind.ts';

test('a new kind with a schema, an entry of the table and a page needs no other change to compile', async (t) => {
  const product = await makeToyProduct();
  t.after(() => product.remove());
  // The types of virtual:publication are written by Astro.
  const sync = await product.run('node_modules/astro/bin/astro.mjs', 'sync');
  assert.equal(sync.code, 0, sync.stdout + sync.stderr);
  const { code, stdout } = await product.run('node_modules/typescript/bin/tsc', '--project', '.');
  assert.equal(code, 0, stdout);
});
