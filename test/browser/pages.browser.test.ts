import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { builtSite } from '../helpers/site/built-site.ts';
import { type EveryPage, everyPage } from './every-page.ts';

const WIDE = { width: 1280, height: 900 };

let site: EveryPage;
before(async () => {
  site = await everyPage(await builtSite());
});
after(() => site?.close());

test('the site has its pages', () => {
  const wanted = [
    '/',
    '/404.html',
    '/stanzas/',
    '/stanzas/call-offer/',
    '/enums/',
    '/enums/terminate-reasons/',
    '/questions/',
    '/techniques/',
    '/techniques/websocket-capture/',
    '/flavors/',
    '/flavors/whatsmeow/',
    '/glossary/',
    '/rules/',
    '/facts/',
    '/flows/',
    '/flows/outgoing-1to1-audio/',
    '/coverage/',
    '/disputes/',
    '/captures/',
  ];
  assert.deepEqual(
    wanted.filter((path) => !site.paths.includes(path)),
    [],
  );
});

test('the skip link comes first and leads to the main content', async () => {
  const page = await site.browser.newPage({ viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  assert.equal(await focused.innerText(), 'Skip to content');
  assert.ok(await focused.isVisible());
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)));
  await page.close();
});

test('the address of a record opens its stanza, on wide and narrow screens, without scrolling sideways', async () => {
  for (const width of [1280, 820, 390]) {
    const page = await site.browser.newPage({ viewport: { width, height: 844 } });
    await page.goto(`${site.origin}/captures/trace-audio-reject-callee/#3`);
    const open = (): Promise<string[]> =>
      page.locator('.trace > li:has(> details[open])').evaluateAll((list) => list.map(({ id }) => id));
    assert.deepEqual(await open(), ['3']);
    assert.ok(await page.locator('[id="3"] code').first().isVisible());
    await page.locator('[id="1"] .self').click();
    await page.waitForFunction(() => document.querySelectorAll('.trace details[open]').length === 2);
    assert.deepEqual(await open(), ['1', '3']);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await page.close();
  }
});

test('on wide screens a fact begins in the line of its name, and nothing in that line lies on another part', async () => {
  const page = await site.browser.newPage({ viewport: WIDE });
  for (const id of ['call-offer', 'call-link-ack', 'call-flowcontrol', 'call-terminate']) {
    await page.goto(`${site.origin}/stanzas/${id}/`);
    await page.locator('.facts .cite').first().waitFor();
    const facts = await page
      .locator(':is(.facts tbody, .child, .content):not(details:not([open]) *)')
      .evaluateAll((list) =>
        list.map((fact) => {
          const own = (selector: string): Element | undefined =>
            [...fact.querySelectorAll(selector)].find(
              (part) => part.closest('.facts tbody, .child, .content') === fact,
            );
          const name = own('a')?.getBoundingClientRect();
          const columns = ['.legs', '.conf', '.cite', 'a.known, details.known > summary'].flatMap((one) => {
            const part = own(one);
            return part === undefined ? [] : [part.getBoundingClientRect()];
          });
          const isInOrder = columns.every(
            (box, i) => i === 0 || box.left >= (columns[i - 1]?.right ?? 0) - 1,
          );
          const isInLine = columns.every(({ top }) => Math.abs(top - (name?.top ?? 0)) < 8);
          return { id: fact.id, height: fact.getBoundingClientRect().height, isGood: isInOrder && isInLine };
        }),
      );
    assert.deepEqual(
      facts.filter(({ isGood }) => !isGood).map((fact) => `${id}#${fact.id}`),
      [],
    );
    const rows = facts.filter((fact) => /@/.test(fact.id)).map(({ height }) => height);
    const lines = rows.sort((a, b) => a - b);
    assert.ok((lines[Math.floor(lines.length / 2)] ?? 99) < 56, `${id}: ${lines}`);
  }
  await page.close();
});

test('from 1217 px the examples are beside the structure, and what is on the page is below the catalog', async () => {
  for (const width of [1217, 1280, 1499]) {
    const page = await site.browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(`${site.origin}/stanzas/call-terminate/`);
    const box = (selector: string) =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
    const [structure, examples] = [await box('.structure'), await box('.examples')];
    assert.ok(Math.abs((await box('[id="~shape"]')).top - (await box('[id="~examples"]')).top) < 2);
    assert.ok(examples.right < structure.left, `${width}: the structure begins beside the examples`);
    const [catalog, toc, main] = [await box('.side'), await box('.toc'), await box('main')];
    assert.ok(toc.top >= catalog.bottom - 1 && toc.right <= main.left && toc.bottom <= 800);
    await page.mouse.wheel(0, 2000);
    await page.locator('.toc [aria-current="location"]').waitFor();
    assert.ok((await box('.toc')).bottom <= 800, `${width}: it stays in the window`);
    await page.close();
  }
});

test('a column of the catalog sorts by mouse and by keyboard, and announces the order', async () => {
  const page = await site.browser.newPage({ viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/`);
  const table = page.locator('main table').first();
  const names = () => table.locator('tbody tr:not(.group) > :first-child').allInnerTexts();
  const sorted = async (order: 'ascending' | 'descending') =>
    assert.equal(await table.locator('th').first().getAttribute('aria-sort'), order);
  const original = await names();
  const button = table.locator('th').first().locator('button');
  await button.click();
  const once = await names();
  await button.focus();
  await page.keyboard.press('Enter');
  const twice = await names();
  assert.notDeepEqual(once, twice);
  assert.deepEqual([...once].reverse(), twice);
  assert.deepEqual([...original].sort(), [...twice].sort());
  const first = await table.locator('th').first().getAttribute('aria-sort');
  await sorted(first === 'ascending' ? 'ascending' : 'descending');
  await page.close();
});

test('the URL of a fact leads to its row, which is highlighted', async () => {
  const page = await site.browser.newPage({ viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/#terminate@reason`);
  const row = page.locator('[id="terminate@reason"]');
  assert.ok(await row.isVisible());
  assert.ok(await row.evaluate((element) => element.matches(':target')));
  const top = await row.evaluate((element) => element.getBoundingClientRect().top);
  const header = await page
    .locator('header')
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom);
  assert.ok(top >= header - 1, `the row begins at ${top}, under the header that ends at ${header}`);
  await page.close();
});

test('each page has a title and a description of its own, a canonical address and a card', async () => {
  const folder = await builtSite();
  const titles = new Map<string, string>();
  for (const path of site.paths) {
    const html = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    assert.ok(title !== '', path);
    assert.match(html, /<meta name="description" content="[^"]{10}/, path);
    assert.match(html, /<meta property="og:title" content="[^"]+"/, path);
    assert.match(html, /<meta property="og:image" content="https:[^"]+\/card(?:-[a-z]+)?\.png"/, path);
    if (path !== '/404.html') assert.match(html, /<link rel="canonical" href="https:/, path);
    if (/^\/(?:stanzas|enums|flows)\//.test(path)) {
      assert.equal(titles.get(title), undefined, `${path} has the title of ${titles.get(title)}`);
      titles.set(title, path);
    }
  }
  const card = await readFile(join(folder, 'card.png'));
  assert.deepEqual([card.readUInt32BE(16), card.readUInt32BE(20)], [1200, 630]);
});

test('the content security policy comes right after the charset, and allows only our files and one script', async () => {
  const folder = await builtSite();
  for (const path of site.paths) {
    const html = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    const match =
      /<head>\s*<meta charset="utf-8"\s*\/?>\s*<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(
        html,
      );
    assert.ok(match, `${path} begins with its policy`);
    assert.match(match[1] ?? '', /default-src 'none'/);
    assert.doesNotMatch(match[1] ?? '', /unsafe-/);
    assert.doesNotMatch(html, /\sstyle="/, `${path} has no inline style`);
    // Linked data is no script: nothing runs it.
    const inline = [
      ...html.matchAll(/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/g),
    ].map(([, text]) => text ?? '');
    assert.equal(inline.length, 1, `${path} has one inline script`);
    const hash = createHash('sha256')
      .update(inline[0] ?? '')
      .digest('base64');
    assert.ok(
      match[1]?.includes(`script-src 'self' 'sha256-${hash}';`),
      `${path} allows exactly its inline script`,
    );
    const before = html.slice(0, html.indexOf('<body'));
    const blocking = [...before.matchAll(/<script[^>]*\ssrc=[^>]*>/g)].filter(
      ([tag]) => !/type="module"/.test(tag),
    );
    assert.deepEqual(blocking, [], `${path} waits for no script`);
    assert.equal([...html.matchAll(/<link[^>]*rel="stylesheet"/g)].length, 1, `${path} has one stylesheet`);
  }
});
