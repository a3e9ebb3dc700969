import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { htmlFaults } from '../../helpers/site/html-faults.ts';
import { pageFiles, pageKind, pageOfEachKind } from '../../helpers/site/page-kinds.ts';
import { liveSite } from '../live-spec.ts';

/** What must be among them: the frozen spec lacks some of these. */
const KINDS = [
  ...[
    'nodes/*',
    'types/*',
    'stanzas/*',
    'guides/*',
    'states/*',
    'flavors/*',
    'parts/*',
    'facts/*',
    'disputes/*',
  ],
  ...['changes/*', 'changes/*/2', 'coverage/*', 'stanzas/*/implementations', 'stanzas/*/examples'],
  ...['stanzas/*/history', 'stanzas/*/sources', 'stanzas/*/captures', 'nodes/*/history'],
];

test('html-validate finds nothing wrong with a page of any kind of the live spec', async () => {
  const site = await liveSite();
  const files = await pageOfEachKind(site, await pageFiles(site));
  const kinds = files.map(pageKind);
  for (const kind of KINDS) assert.ok(kinds.includes(`${kind}/index.html`), kind);
  for (const name of files) {
    assert.deepEqual(await htmlFaults(await readFile(join(site, name), 'utf8')), [], name);
  }
});
