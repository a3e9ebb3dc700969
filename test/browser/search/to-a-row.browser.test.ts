import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../../lib/node/process/project-root.ts';
import { SEARCH_START, type SearchRow, type SearchStart } from '../../../lib/search/search-start.ts';
import { buildFrom } from '../../../scripts/build.ts';
import { builtSite } from '../../helpers/site/built-site.ts';
import { serve } from '../../helpers/site/serve.ts';
import { minimalStanza, tempFolder } from '../../helpers/temp-spec.ts';
import { testIo } from '../../helpers/test-io.ts';
import { THOROUGH } from '../../helpers/thorough.ts';
import { ask, assertLanded, results, START, searchSite } from './search-site.ts';

const { open } = searchSite();

test('every URL in the index is a page of the site, and a row on it', async () => {
  const folder = await builtSite();
  const json = async (name: string) => JSON.parse(await readFile(join(folder, 'search', name), 'utf8'));
  const start: SearchStart = await json(SEARCH_START);
  const pages = new Map<string, string>();
  const wrong: string[] = [];
  for (const [, name] of start.entries) {
    const rows: SearchRow[] = await json(name);
    for (const [kind, , href] of rows) {
      const { pathname, hash } = new URL(href, 'http://x');
      const html =
        pages.get(pathname) ??
        (await readFile(join(folder, decodeURIComponent(pathname), 'index.html'), 'utf8').catch(() => ''));
      pages.set(pathname, html);
      const id = decodeURIComponent(hash.slice(1)).replaceAll('&', '&#38;').replaceAll('"', '&#34;');
      if (html === '' || (hash !== '' && !html.includes(`id="${id}"`))) wrong.push(`${kind} ${href}`);
    }
  }
  assert.deepEqual(wrong, []);
  for (const path of ['/', '/stanzas/', '/enums/', '/questions/', '/glossary/', '/stanzas/call-offer/'])
    assert.ok(pages.has(path), path);
});

test('the index of the built site is at most 60 KB, and the script at most 15 KB, compressed', async (t) => {
  const { page } = await open(t, START);
  const folder = await builtSite();
  const sizes = { index: 0, scripts: 0 };
  const read: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') read.push(new URL(request.url()).pathname);
  });
  assert.equal(await page.locator('dialog').count(), 0, 'nothing is made or read before it is asked for');
  await ask(page, 'creator');
  const scripts = await page
    .locator('script[src]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLScriptElement).src).pathname));
  for (const path of read) sizes.index += gzipSync(await readFile(join(folder, path))).length;
  for (const path of scripts) sizes.scripts += gzipSync(await readFile(join(folder, path))).length;
  assert.ok(read.length > 0 && read.every((path) => path.startsWith('/search/')), read.join());
  assert.ok(sizes.index <= 60 * 1024 && sizes.scripts <= 15 * 1024, JSON.stringify(sizes));
});

const ROWS = [
  ['call-terminate:terminate@reason', 'terminate@reason'],
  ['call-terminate:@from', '@from'],
  ['call-offer:offer/destination', 'offer/destination'],
  ['terminate-reasons=busy', 'busy'],
  ['call-reject-reason-subset', 'question-call-reject-reason-subset'],
  ['hop-by-hop key', 'term-hop-by-hop-key'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: by keyboard, from / to the row`, async (t) => {
    const { page, wrong } = await open(t, START, { colorScheme });
    // Each kind of row is lit by a rule of its own, and the rules are the same in both schemes.
    for (const [query, id] of colorScheme === 'light' && THOROUGH ? ROWS : ROWS.slice(0, 2)) {
      await ask(page, query);
      await page.keyboard.press('Enter');
      await assertLanded(page, id);
    }
    assert.deepEqual(wrong, []);
  });

  test(`${colorScheme}: by mouse, from the link in the header to a row; a result is a link`, async (t) => {
    const { page, wrong } = await open(t, '/', { colorScheme });
    await page.getByRole('banner').getByRole('link', { name: 'Search facts' }).click();
    await page.keyboard.insertText('terminate_hint');
    const first = results(page).first();
    assert.match(
      await first.innerText(),
      /terminate_hint\s+attribute\s+\w+\s+call-terminate:terminate@terminate_hint\s+\w/,
    );
    const [tab] = await Promise.all([page.context().waitForEvent('page'), first.click({ button: 'middle' })]);
    assert.match(tab.url(), /\/stanzas\/call-terminate\/#terminate@terminate_hint$|about:blank/);
    await tab.close();
    await first.click();
    await assertLanded(page, 'terminate@terminate_hint');
    assert.deepEqual(wrong, []);
  });
}

test('Enter right after the last letter waits for the results', async (t) => {
  const { page } = await open(t, START);
  await page.keyboard.press('/');
  await page.keyboard.insertText('call-terminate:terminate@reason');
  await page.keyboard.press('Enter');
  await assertLanded(page, 'terminate@reason');
});

if (THOROUGH) {
  test('under a base path the index and the links of the results use it', async (t) => {
    const work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
    t.after(() => rm(work, { recursive: true, force: true }));
    const spec = await tempFolder(t, {
      'stanzas/ping.yaml': minimalStanza(
        'ping',
        'attributes:\n  - { name: call-creator, type: jid, confidence: unknown, description: Who. }\n',
      ),
    });
    const io = testIo({ cwd: work });
    const base = '/some/base/';
    const code = await buildFrom(spec, join(work, 'dist'), io, { base });
    assert.equal(code, 0, io.stderr());
    const based = await serve(join(work, 'dist'), base);
    t.after(() => based.close());
    const { page, wrong } = await open(t, `${based.origin}${base}`);
    await ask(page, 'callcreator');
    await page.keyboard.press('Enter');
    await assertLanded(page, '@call-creator');
    assert.equal(new URL(page.url()).pathname, `${base}stanzas/ping/`);
    assert.deepEqual(wrong, []);
  });
}
