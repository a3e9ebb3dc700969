import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { builtSite } from '../helpers/built-site.ts';
import { launchBrowser } from '../helpers/chromium.ts';
import { type Served, serve } from '../helpers/serve.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

let browser: Browser;
let served: Served;
let paths: readonly string[];

before(async () => {
  const folder = await builtSite();
  const files = await readdir(folder, { recursive: true });
  paths = files
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort();
  served = await serve(folder);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await served?.close();
});

/** Does something on each page of the site, two at a time. */
async function onEachPage(
  options: BrowserContextOptions,
  visit: (page: Page, path: string) => Promise<void>,
) {
  const queue = [...paths];
  const worker = async (): Promise<void> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await page.goto(served.origin + path);
      await visit(page, path);
    }
    await context.close();
  };
  await Promise.all([worker(), worker()]);
}

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
    wanted.filter((path) => !paths.includes(path)),
    [],
  );
});

test('each page loads without a console message, a failed request or one that leaves the site', async () => {
  const wrong: string[] = [];
  const queue = [...paths];
  const worker = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    let here = '';
    page.on('console', (message) => wrong.push(`${here}: console: ${message.text()}`));
    page.on('pageerror', (error) => wrong.push(`${here}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(served.origin)) wrong.push(`${here}: asks ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${here}: ${response.status()} ${response.url()}`);
    });
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      here = path;
      await page.goto(served.origin + path);
    }
    await context.close();
  };
  await Promise.all([worker(), worker()]);
  assert.deepEqual(wrong, []);
});

/** What axe-core finds on a page, a line each. The policy of the page is lifted so that axe can be put into it. */
async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async (only) => {
    const { axe: core } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } };
    const result = await core.run({
      resultTypes: ['violations'],
      iframes: false,
      ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`),
    );
  }, rules);
}
interface AxeResults {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

/** The rules of axe that can come out otherwise when only the width changes; all others were asked at 1280 px. */
const OF_THE_LAYOUT = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'link-in-text-block',
  'aria-hidden-focus',
  'bypass',
  'empty-heading',
  'heading-order',
  'landmark-one-main',
  'landmark-unique',
  'meta-viewport',
  'page-has-heading-one',
  'region',
  'button-name',
  'link-name',
  'label',
  'list',
  'listitem',
  'empty-table-header',
  'th-has-data-cells',
];

for (const [name, viewport, rules] of [
  ['1280 px', WIDE, undefined],
  ['390 px', NARROW, OF_THE_LAYOUT],
] as const) {
  test(`axe finds nothing on any page at ${name}, light and dark`, async () => {
    const wrong: string[] = [];
    await onEachPage({ viewport, colorScheme: 'light', bypassCSP: true }, async (page, path) => {
      wrong.push(...(await axe(page, rules)).map((one) => `${path} light: ${one}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      // Of all its rules only the contrast depends on the scheme.
      wrong.push(...(await axe(page, ['color-contrast'])).map((one) => `${path} dark: ${one}`));
      await page.emulateMedia({ colorScheme: 'light' });
    });
    assert.deepEqual(wrong, []);
  });
}

test('no page scrolls sideways at 390 px, folds open or closed', async () => {
  const wrong: string[] = [];
  await onEachPage({ viewport: NARROW }, async (page, path) => {
    const widths = await page.evaluate(() => {
      const width = () => document.documentElement.scrollWidth;
      const closed = width();
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return [closed, width()];
    });
    if (widths.some((width) => width > NARROW.width)) wrong.push(`${path}: ${widths.join(' and ')} px`);
  });
  assert.deepEqual(wrong, []);
});

test('with JavaScript off every page says what it says with it', async () => {
  const withScript = new Map<string, string>();
  // What a form or a tool offers is no statement; one that needs a script is hidden without it.
  const text = (page: Page) =>
    page.locator('main').evaluate((main: HTMLElement) => {
      for (const tool of main.querySelectorAll('form, report-form, workbench-app')) tool.remove();
      return main.innerText;
    });
  await onEachPage({ viewport: WIDE }, async (page, path) => {
    withScript.set(path, await text(page));
  });
  const wrong: string[] = [];
  await onEachPage({ viewport: WIDE, javaScriptEnabled: false }, async (page, path) => {
    const said = await text(page);
    // A script may add the word of a button; it may not add a fact.
    const missing = (withScript.get(path) ?? '')
      .split(/\n/)
      .filter((line) => line.trim().length > 12 && !said.includes(line.trim()));
    if (missing.length > 0) wrong.push(`${path}: ${missing.slice(0, 3).join(' | ')}`);
  });
  assert.deepEqual(wrong, []);
});

test('the skip link comes first and leads to the content', async () => {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(`${served.origin}/stanzas/call-terminate/`);
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  assert.equal(await focused.innerText(), 'Skip to content');
  assert.ok(await focused.isVisible());
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)));
  await page.close();
});

test('a column of the catalog sorts by mouse and by keyboard, and says so', async () => {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(`${served.origin}/stanzas/`);
  const table = page.locator('main table').first();
  const names = () => table.locator('tbody tr > :first-child').allInnerTexts();
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

test('the address of a fact leads to its row, which is marked', async () => {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(`${served.origin}/stanzas/call-terminate/#terminate@reason`);
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
  for (const path of paths) {
    const html = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    assert.ok(title !== '', path);
    assert.match(html, /<meta name="description" content="[^"]{10}/, path);
    assert.match(html, /<meta property="og:title" content="[^"]+"/, path);
    assert.match(html, /<meta property="og:image" content="https:[^"]+\/card\.png"/, path);
    if (path !== '/404.html') assert.match(html, /<link rel="canonical" href="https:/, path);
    if (/^\/(?:stanzas|enums|flows)\//.test(path)) {
      assert.equal(titles.get(title), undefined, `${path} has the title of ${titles.get(title)}`);
      titles.set(title, path);
    }
  }
  const card = await readFile(join(folder, 'card.png'));
  assert.deepEqual([card.readUInt32BE(16), card.readUInt32BE(20)], [1200, 630]);
});

test('the policy is the first thing in the head after the charset, and allows nothing but our files and one script', async () => {
  const folder = await builtSite();
  for (const path of paths) {
    const html = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    const match =
      /<head>\s*<meta charset="utf-8"\s*\/?>\s*<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(
        html,
      );
    assert.ok(match, `${path} begins with its policy`);
    assert.match(match[1] ?? '', /default-src 'none'/);
    assert.doesNotMatch(match[1] ?? '', /unsafe-/);
    assert.doesNotMatch(html, /\sstyle="/, `${path} has no inline style`);
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(
      ([, text]) => text ?? '',
    );
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
