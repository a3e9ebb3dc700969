import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { Page } from 'playwright-core';
import { builtSite } from '../../helpers/site/built-site.ts';
import { THOROUGH } from '../../helpers/thorough.ts';
import {
  annotated,
  choose,
  FIXTURES,
  field,
  NARROW,
  NODE,
  names,
  offered,
  open,
  paste,
  SHARED,
  site,
  unfold,
  WIDE,
} from './workbench.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds, a line each, and by how much the page is wider than its window. */
async function axe(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { axe: core } = globalThis as unknown as {
      axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const { violations } = await core.run({ resultTypes: ['violations'], iframes: false });
    const wide = document.documentElement.scrollWidth - innerWidth;
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`)),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  });
}

test('a screen reader announces why bytes could not be read', async (t) => {
  const { page } = await open(t);
  await paste(page, '00f8fff402deadbeefdeadbeefdeadbeef00112233');
  const status = page.getByRole('status').and(page.locator('[data-part="status"]'));
  await status.getByText('No stanza found').waitFor();
  const reason = page.locator('.problems li').first();
  const said = ((await reason.textContent()) ?? '').replace(/^Line \d+, column \d+: /, '');
  assert.ok(said.length > 20);
  assert.ok((await status.textContent())?.includes(said), `${await status.textContent()}\n${said}`);
});

test('work can be stopped, and unreadable input is reported with its position', async (t) => {
  const { page, wrong } = await open(t);
  const stanza = JSON.stringify(NODE);
  await field(page).evaluate(
    (element, text) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', text);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    },
    Array.from({ length: 30_000 }, () => stanza).join('\n'),
  );
  await page.getByRole('button', { name: 'Stop' }).click({ timeout: 10_000 });
  await page.getByText('Stopped.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0);

  await paste(page, '<call from="1@lid"><terminate></call>');
  await page.getByRole('heading', { name: 'What could not be read' }).waitFor();
  assert.match((await page.locator('.problems').textContent()) ?? '', /Line 1, column \d+/);
  await field(page).fill('nothing in here');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('No stanza found', { exact: false }).first().waitFor();
  assert.deepEqual(wrong, []);
});

test('nothing is stored', async (t) => {
  const { page } = await open(t);
  await choose(page);
  await paste(page, JSON.stringify(NODE));
  await offered(page);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    address: location.search + location.hash,
  }));
  assert.deepEqual(stored, { local: 0, session: 0, cookies: '', databases: 0, caches: 0, address: '' });
  await page.reload();
  assert.equal(await field(page).inputValue(), '');
});

const LOOKS = [
  [NARROW, 'dark'],
  ...(THOROUGH
    ? ([
        [NARROW, 'light'],
        [WIDE, 'light'],
        [WIDE, 'dark'],
      ] as const)
    : []),
] as const;

for (const [viewport, colorScheme] of LOOKS) {
  test(`${viewport.width} px, ${colorScheme}: by keyboard, nothing for axe to find, nothing wider than the window`, async (t) => {
    const { page } = await open(t, { viewport, colorScheme, bypassCSP: true });
    await choose(page);
    await field(page).focus();
    await page.keyboard.insertText(await readFile(join(FIXTURES, 'baileys-pino.log'), 'utf8'));
    await page.keyboard.press('ControlOrMeta+Enter');
    await offered(page);
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Clear' }).click();
    await paste(page, inspect(SHARED, { depth: null }));
    await names(page).getByRole('checkbox').check();
    await unfold(page);
    await page.getByRole('heading', { name: 'Entries to add' }).waitFor();
    assert.deepEqual(await axe(page), []);
  });
}

test('without JavaScript the page shows the equivalent command', async (t) => {
  const { page } = await open(t, { javaScriptEnabled: false });
  assert.match((await page.locator('main').innerText()) ?? '', /npm run capture -- check/);
  assert.equal(await field(page).isVisible(), false);
});

test('a report needs all fields, and personal data in it disables the link', async (t) => {
  const { page, wrong } = await open(t);
  await page.goto(`${site.origin}/stanzas/call-terminate/`);
  // The address as pages write it, which names a fact and nothing that was pasted; and as links of old have it.
  await page.context().route('**/report/?about=*', (route) => route.continue());
  for (const about of ['?about=', '#']) {
    await page.goto(`${site.origin}/report/${about}call-terminate:terminate@reason`);
    assert.equal(
      await page.getByLabel('Fact', { exact: true }).inputValue(),
      'call-terminate:terminate@reason',
    );
  }
  const link = page.getByRole('link', { name: 'Open the issue on GitHub' });
  assert.equal(await link.count(), 0);
  await page.getByLabel('Another client does something else').check();
  await page.getByLabel('What you have seen').fill('It came from 15550100999@s.whatsapp.net');
  await page
    .getByLabel('Where it can be seen')
    .fill(`https://github.com/a/b/blob/${'a1'.repeat(20)}/c.ts#L1`);
  await page.getByText('a real JID').waitFor();
  assert.equal(await link.count(), 0);
  await page.getByLabel('What you have seen').fill('It came from a phone.');
  await link.waitFor();
  const url = new URL((await link.getAttribute('href')) ?? '');
  assert.equal(url.searchParams.get('fact'), 'call-terminate:terminate@reason');
  assert.equal(url.searchParams.get('definition'), 'call-terminate');
  assert.equal(url.searchParams.get('claim'), 'It came from a phone.');
  assert.deepEqual(wrong, []);
});

test('with the headers for hosts, bytes are decoded', async (t) => {
  const { page, wrong } = await open(t);
  const worker = page.waitForResponse(/workbench-worker/);
  await paste(page, await readFile(join(FIXTURES, 'frame.hex.txt'), 'utf8'));
  // They bind a worker, which the policy of its page does not.
  const sent = await (await worker).allHeaders();
  const given = await readFile(join(await builtSite(), '_headers'), 'utf8');
  const rules = [...given.matchAll(/^ +([\w-]+): (.+)$/gm)];
  assert.ok(rules.some(([, name]) => name === 'Content-Security-Policy'));
  for (const [, name = '', value] of rules) assert.equal(sent[name.toLowerCase()], value);
  await annotated(page).waitFor();
  assert.deepEqual(wrong, []);
});

test('if a host blocks the decoder, the page recommends the command for bytes, and still reads text', async (t) => {
  const { page } = await open(t);
  await page.context().route(/workbench-worker/, async (route) => {
    const response = await route.fetch();
    const headers = {
      ...response.headers(),
      'content-security-policy': "default-src 'none'; script-src 'self'",
    };
    await route.fulfill({ response, headers });
  });
  await paste(page, await readFile(join(FIXTURES, 'frame.hex.txt'), 'utf8'));
  await page.getByRole('status').getByText('cannot run the decoder').waitFor();
  await page.getByText('npm run capture -- check FILE').first().waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, JSON.stringify(NODE));
  await annotated(page).waitFor();
});

// In a sample of all pages they are seen by every-page.browser.test.ts.
for (const path of THOROUGH ? ['/report/', '/contribute/'] : []) {
  test(`${path}: nothing for axe to find, nothing wider than a phone`, async (t) => {
    const { page } = await open(t, { viewport: NARROW, bypassCSP: true });
    await page.goto(site.origin + path);
    assert.deepEqual(await axe(page), []);
  });
}
