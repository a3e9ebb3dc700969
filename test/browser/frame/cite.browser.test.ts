import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { FIXTURE_CORPUS } from '../../helpers/fixture-spec.ts';
import { siteInBrowser } from '../../helpers/site/site-in-browser.ts';

const WIDE = { width: 1280, height: 900 };
const CLIPBOARD = ['clipboard-read', 'clipboard-write'];

const site = siteInBrowser();

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const isBoxed = (of: Locator): Promise<boolean> =>
  of.evaluate(
    (one) => !/^rgba?\(0, 0, 0(, 0|)\)$|transparent|\/ 0\)$/.test(getComputedStyle(one).borderColor),
  );
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const { stanza, enum: enums, part, flow } = FIXTURE_CORPUS.factsOf;
const pages = [
  ['stanzas/call-offer/', stanza.get('call-offer')?.find(({ anchor }) => anchor === 'offer@call-id')],
  ['stanzas/call-offer/sources/', stanza.get('call-offer')?.[0]],
  ['enums/terminate-reasons/', enums.get('terminate-reasons')?.[0]],
  ...[...part].slice(0, 1).map(([id, facts]) => [`parts/${id}/`, facts[0]] as const),
  ...[...flow].slice(0, 1).map(([id, facts]) => [`flows/${id}/`, facts[0]] as const),
  ['flows/acknowledgement/', flow.get('acknowledgement')?.at(-1)],
] as const;

for (const [path, fact] of pages)
  test(`${path}: a fact is cited with its release, its path, its confidence and its address`, async (t) => {
    assert.ok(fact !== undefined);
    const page = await site.page(t, { viewport: WIDE, permissions: CLIPBOARD });
    await page.goto(`${site.origin}/${path}`);
    // A step without an id has a number in its path, and an anchor all the same.
    const cited = path.startsWith('flows/') ? `flow/${path.split('/')[1]}#${fact.anchor}` : fact.path;
    const button = page.getByRole('button', { name: `Cite ${cited}`, exact: true });
    await button.click();
    const own = `${site.origin}/(v/[^/ ]+/)?${path.replace('sources/', '')}#`;
    assert.match(
      await copied(page),
      new RegExp(`^// \\S+ (unreleased|\\d\\S*), ${escaped(cited)} \\(${fact.confidence}\\) ${own}\\S+$`),
    );
    await page.getByRole('button', { name: `Copied ${cited}`, exact: true }).waitFor();
    assert.match(
      await page.getByRole('status').last().innerText(),
      /^Copied: \/\/ /,
      'a screen reader hears it',
    );
  });

test('the button to cite a fact is a word that becomes a button at its row, by pointer and by keyboard, and is one on a phone', async (t) => {
  const page = await site.page(t, { viewport: WIDE, permissions: CLIPBOARD });
  await page.goto(`${site.origin}/stanzas/call-offer/`);
  const row = page.locator('[id="offer@call-id"]');
  const button = row.getByRole('button', { name: /^Cite / });
  await page.locator('h1').hover();
  assert.equal(await button.evaluate((one) => getComputedStyle(one).opacity), '1', 'it can be seen');
  assert.equal(await isBoxed(button), false);
  await row.locator('.self').hover();
  assert.equal(await isBoxed(button), true);
  await page.locator('h1').hover();
  await row.locator('.self').focus();
  for (let i = 0; i < 3 && !(await button.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  assert.equal(await isBoxed(button), true);
  await page.keyboard.press('Enter');
  const line = await copied(page);
  assert.match(line, /, call-offer:offer@call-id \(/);
  // Where the evidence has a page of its own, this is how the link to a row is copied.
  await page.goto(line.split(' ').at(-1) ?? '');
  assert.equal(await page.locator(':target').getAttribute('id'), 'offer@call-id');

  const phone = await site.page(t, {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
    permissions: CLIPBOARD,
  });
  await phone.goto(`${site.origin}/stanzas/call-offer/`);
  const first = phone.getByRole('button', { name: /^Cite / }).first();
  await first.waitFor();
  assert.equal(await isBoxed(first), true);
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

test('what somebody disputes is cited as disputed, and a child only for its own disputes', async (t) => {
  const page = await site.page(t, { viewport: WIDE, permissions: CLIPBOARD });
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  const disputed = page.locator('.facts > tbody:has(.dispute:not(.resolved))').first();
  await disputed.getByRole('button', { name: /^Cite / }).click();
  assert.match(await copied(page), /, call-terminate:\S+ \([a-z]+, disputed\) http/);
  const child = page
    .locator('.child:not(:has(> .about .dispute)):has(.facts .dispute:not(.resolved))')
    .first();
  await child
    .getByRole('button', { name: /^Cite / })
    .first()
    .click();
  assert.match(await copied(page), /, call-terminate:\S+ \([a-z]+\) http/);
});
