import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteInBrowser } from '../helpers/site/site-in-browser.ts';
import { THOROUGH } from '../helpers/thorough.ts';

const WIDE = { width: 1280, height: 900 };
const CLIPBOARD = ['clipboard-read', 'clipboard-write'];

const site = siteInBrowser();

test('a name in an example shows the type and the confidence of its fact, and highlights its row', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  const name = page.locator('[id="~example-1"] a[href="#terminate@reason"]');
  const row = page.locator('[id="terminate@reason"]');
  const tip = page.getByRole('tooltip');
  await name.hover();
  assert.match(
    await tip.innerText(),
    /enum:terminate-reasons\s+Sent: optional · Delivered: sometimes\s+probable/,
  );
  assert.match((await row.getAttribute('class')) ?? '', /lit/);
  await tip.hover();
  assert.ok(await tip.isVisible(), 'the pointer can move onto it');
  await page.keyboard.press('Escape');
  assert.equal(await tip.isVisible(), false);

  await name.focus();
  assert.ok(await tip.isVisible());
  assert.equal(await name.getAttribute('aria-describedby'), await tip.getAttribute('id'));
  await page.locator('h1').hover();
  assert.equal(await tip.isVisible(), false);
  assert.doesNotMatch((await row.getAttribute('class')) ?? '', /lit/);
});

test('a term of the glossary shows its definition on hover and on focus, and on the first tap', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  // A page with much evidence has the link alone.
  await page.goto(`${site.origin}/stanzas/call-reject/`);
  const term = page.locator('a.term').first();
  const definition = await term.getAttribute('title');
  const tip = page.getByRole('tooltip');
  await term.hover();
  await tip.waitFor();
  assert.equal(await tip.innerText(), definition);
  assert.equal(await term.getAttribute('title'), null, 'the browser shows it no second time');
  await page.keyboard.press('Escape');
  assert.equal(await tip.isVisible(), false);
  await term.focus();
  await tip.waitFor();

  await page.goto(`${site.origin}/flows/incoming-1to1-audio/`);
  // As on a page that has no room for the definitions: they come from the glossary.
  await term.evaluate((one) => one.removeAttribute('title'));
  await term.focus();
  await tip.waitFor();
  assert.notEqual((await tip.innerText()).trim(), '');

  const phone = await site.page(t, { viewport: { width: 390, height: 800 }, hasTouch: true });
  await phone.goto(`${site.origin}/stanzas/call-reject/`);
  await phone.locator('a.term').first().tap();
  await phone.getByRole('tooltip').waitFor();
  assert.match(phone.url(), /call-reject/);
  await phone.locator('a.term').first().tap();
  await phone.waitForURL(/glossary/);
});

test('a row highlights its names in the structure and the examples', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  await page.locator('[id="terminate@reason"] .conf').hover();
  const lit = await page
    .locator('.code .lit')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.ok(lit.length >= 3, 'the shape and two examples name it');
  assert.deepEqual([...new Set(lit)], ['#terminate@reason']);
});

test('a block of code can be copied; without JavaScript there is no button', async (t) => {
  const page = await site.page(t, { viewport: WIDE, permissions: CLIPBOARD });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  const example = page.locator('[id="~example-1"]');
  await example.getByRole('button', { name: 'Copy' }).click();
  await example.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    await example.locator('pre').first().textContent(),
  );
  await page.goto(`${site.origin}/contribute/`);
  const log = page.getByRole('group', { name: /^Code block 1,/ });
  await page.getByRole('button', { name: /^Copy of Code block 1,/ }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await log.textContent());
  const plain = await site.page(t, { javaScriptEnabled: false });
  await plain.goto(`${site.origin}/stanzas/call-terminate/`);
  assert.equal(await plain.locator('main button:visible').count(), 0);
});

test('questions can be filtered by technique, and the URL keeps the choice', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/questions/`);
  const shown = page.locator('.reach .questions > li:visible');
  const tiles = async () => (await page.locator('.figures b:visible').allInnerTexts()).map(Number);
  const all = await page.locator('.reach li[data-open]:visible').count();
  const answered = page.locator('.reach li:has(.answered):visible');
  assert.ok((await answered.count()) > 0, 'what is answered is there too');
  assert.equal((await tiles()).at(-1), await answered.count());
  const choice = page.getByLabel('I can use');
  await choice.selectOption('memory-dump');
  assert.match(page.url(), /\?technique=memory-dump$/);
  const some = await shown.count();
  assert.ok(some > 0 && some < all);
  assert.match(await page.getByRole('status').first().innerText(), new RegExp(`^${some} of ${all} `));
  await page.reload();
  assert.equal(await choice.inputValue(), 'memory-dump');
  assert.equal(await shown.count(), some);
  assert.equal(
    (await tiles()).reduce((sum, n) => sum + n, 0),
    some,
    'the counts follow the filter',
  );
  await page.goto(`${site.origin}/questions/?technique=nonsense`);
  assert.equal(await shown.count(), 0);
  assert.match(await page.getByRole('status').first().innerText(), /no technique 'nonsense'/);
  const plain = await site.page(t, { javaScriptEnabled: false });
  await plain.goto(`${site.origin}/questions/`);
  const [capture] = await plain.locator('.reach').all();
  for (const question of (await capture?.locator('li').all()) ?? [])
    assert.ok(
      (await question.locator('a[href*="/techniques/"]').count()) > 0,
      'each names the techniques that could answer it',
    );
});

test('the chosen theme is applied before the first paint, without an external script', async (t) => {
  const page = await site.page(t, { colorScheme: 'light' });
  await page.goto(site.origin);
  await page.getByLabel('Theme').selectOption('dark');
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
});

test('the header fits from 320 to 1300 px', async (t) => {
  const page = await site.page(t);
  await page.goto(site.origin);
  const wrong: number[] = [];
  for (const width of [320, 360, 390, 600, 735, 737, 760, 900, 991, 993, 1050, 1217, 1300]) {
    await page.setViewportSize({ width, height: 700 });
    const right = await page
      .locator('header.site > *')
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    const lines = await page.locator('header.site').evaluate((one) => one.getBoundingClientRect().height);
    if (right > width || lines > 60) wrong.push(width);
  }
  assert.deepEqual(wrong, []);
});

test('the first screen of the overview has what a new reader needs', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(site.origin);
  for (const title of ['Send and answer', 'Understand a log', 'Contribute', 'The stanzas by phase']) {
    const box = await page.getByRole('heading', { name: title }).boundingBox();
    assert.ok(box !== null && box.y + box.height < WIDE.height, title);
  }
  const main = page.getByRole('main');
  const search = await main.locator('.search').boundingBox();
  assert.ok(search !== null && search.y + search.height < WIDE.height / 2);
  // An example shows what a stanza is, and its names lead to their facts.
  await main.locator('figure a').first().click();
  assert.match(page.url(), /\/stanzas\/[a-z-]+\/#./);
});

test('a definition links to its neighbors, and the navigation marks the current page', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  const here = page.locator('nav[aria-label="Catalog"] a[aria-current="page"]');
  assert.match(await here.innerText(), /^Terminate\s+terminate$/);
  await page.locator('a[rel="next"]').click();
  await page.locator('a[rel="prev"]').click();
  assert.equal(await page.locator('h1').innerText(), 'Call Terminate');
  await page.goto(`${site.origin}/enums/terminate-reasons/`);
  assert.match((await page.locator('[aria-current="true"]').allInnerTexts()).join(), /^Enums,Enums\b/);
});

test('loading the scripts shifts no layout, at any width', async (t) => {
  const pages = [
    ...['/', '/stanzas/call-terminate/', '/facts/', '/search/'],
    ...(THOROUGH ? ['/stanzas/', '/questions/', '/report/', '/workbench/'] : []),
  ];
  const moved: string[] = [];
  const page = await site.page(t);
  // The worst case: all is painted before any script of a file runs.
  await page.route('**/*.js', async (route) => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    await route.continue();
  });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of pages) {
      await page.goto(site.origin + path);
      const total = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 150);
          }),
      );
      if (total >= 0.001) moved.push(`${path} at ${width}: ${total}`);
    }
  }
  assert.deepEqual(moved, []);
});

test('a stanza prints on few pages, with how much evidence its facts have', async (t) => {
  const page = await site.page(t);
  for (const [id, most] of [
    ['call-reject', 3],
    ['call-terminate', 5],
  ] as const) {
    await page.goto(`${site.origin}/stanzas/${id}/`);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages > 0 && pages <= most, `${id}: ${pages} pages`);
    await page.emulateMedia({ media: 'print' });
    // How much there is, in a fold or on a page of its own: all of it would be half of the pages.
    assert.ok(await page.locator('.facts :is(a.known, .known > summary)').first().isVisible(), id);
    assert.equal(await page.locator('.actions a:visible, nav:visible').count(), 0);
    await page.emulateMedia({ media: null });
  }
});

test('the open fold of a fact has a button that copies the link to its row, also by keyboard', async (t) => {
  const page = await site.page(t, { permissions: CLIPBOARD });
  await page.goto(`${site.origin}/stanzas/call-reject/?x=1#~shape`);
  const row = page.locator('[id="reject@reason"]');
  await row.locator('details.fold:has(.actions) > summary').focus();
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  await row.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(copied);
  assert.equal(await page.locator(':target').getAttribute('id'), 'reject@reason');
});

test('an unknown URL gets suggestions of pages, without showing the URL itself', async (t) => {
  const page = await site.page(t, { viewport: WIDE });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/stanzas/call-ofer/%3Cimg%20src=x%3E/`);
  const guess = page.locator('page-guess');
  await guess.getByRole('link').first().waitFor();
  const first = page.getByRole('main').getByRole('link').first();
  assert.equal(await first.getAttribute('href'), '/stanzas/call-offer/', 'before all other links');
  assert.equal(await page.locator('main img').count(), 0);
  assert.doesNotMatch((await page.locator('main').innerHTML()) ?? '', /img|ofer/);
  // Only what a search reads too.
  const data = asked.filter((path) => !/\.(?:js|css|svg)$/.test(path)).slice(1);
  assert.ok(data.length > 0 && data.every((path) => path.startsWith('/search/')), data.join());
  await guess.getByRole('link').first().click();
  assert.equal(await page.locator('h1').textContent(), 'Call Offer');
});

test('on a phone the table of contents is a sheet whose links show their targets, without layout shifts', async (t) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await site.page(t, { viewport: { width: 390, height: 844 }, javaScriptEnabled });
    await page.goto(`${site.origin}/stanzas/call-terminate/`);
    const top = await page.locator('h1').boundingBox();
    await page.getByRole('main').getByRole('button', { name: 'On this page' }).click();
    const sheet = page.getByRole('complementary', { name: 'On this page' });
    assert.deepEqual(await page.locator('h1').boundingBox(), top);
    await sheet.getByRole('link', { name: 'Examples' }).click();
    const target = await page.locator(':target').boundingBox();
    assert.ok(target !== null && target.y >= 0 && target.y < 844 * 0.4, JSON.stringify(target));
    assert.equal(await sheet.isVisible(), !javaScriptEnabled, 'with a script it goes when it was used');
    if (!javaScriptEnabled) await page.mouse.click(195, 200);
    assert.equal(await sheet.isVisible(), false);

    // Far down the page the menu in the header leads to it.
    await page.getByRole('button', { name: 'Menu' }).click();
    await page
      .getByRole('navigation', { name: 'Catalog' })
      .getByRole('button', { name: 'On this page' })
      .click();
    assert.ok(await sheet.isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await sheet.isVisible(), false);
  }
  const page = await site.page(t, { viewport: WIDE });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  assert.ok(await page.getByRole('complementary', { name: 'On this page' }).isVisible());
  assert.equal(await page.getByRole('button', { name: 'On this page' }).count(), 0);
});
