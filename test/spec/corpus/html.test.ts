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

/** Which of these occur more than once. */
function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

test('every page of the live site has a title of its own', async () => {
  const site = await liveSite();
  const titles = await Promise.all(
    (await pageFiles(site)).map(async (file) => {
      const html = await readFile(join(site, file), 'utf8');
      return /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? file;
    }),
  );
  assert.ok(titles.length > 500);
  assert.deepEqual(repeated(titles), []);
});

test('a stanza of many payloads is told in its title by them, not by its envelope', async () => {
  assert.match(
    await readFile(join(await liveSite(), 'stanzas/call-link/index.html'), 'utf8'),
    /<title>Call Link &lt;link_create(?:>|&gt;) and \d+ more /,
  );
});
