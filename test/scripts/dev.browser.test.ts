import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { THOROUGH } from '../helpers/thorough.ts';

const PATIENCE = { timeout: 30_000 };

/** Starts `npm run dev` on a spec and waits until it says where the site is. */
async function startDev(spec: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [join(PROJECT_ROOT, 'scripts/dev.ts'), '--spec', spec, '--port', '4390'],
    {
      cwd: PROJECT_ROOT,
      // What a container or a build may have left behind must not silence the server.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`dev ended with ${code}:\n${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /The site is at (\S+)/.exec(said);
      if (match?.[1] !== undefined) resolve(match[1].replace('localhost', '127.0.0.1'));
    });
  });
  return { url, process: child };
}

/** A browser beside a development server; both end with the test. */
async function openDev(t: TestContext, spec: string): Promise<{ url: string; browser: Browser }> {
  const { url, process: server } = await startDev(spec);
  t.after(() => server.kill());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  return { url, browser };
}

/** An unknown key is an error where a spec asks for it. */
const STRICT = { 'spec.yaml': "title: Pings\nversion: '1.0.0'\npolicy: strict\n" };

test('saving a YAML file updates the open page; a broken file shows its finding until it is fixed', async (t) => {
  const spec = await tempFolder(t, {
    ...STRICT,
    'stanzas/ping.yaml': minimalStanza('ping', 'notes: First words.\n'),
  });
  const file = join(spec, 'stanzas/ping.yaml');
  const { url, browser } = await openDev(t, spec);
  const page = await browser.newPage();
  await page.goto(`${url}stanzas/ping/`);
  await page.getByText('First words.').waitFor(PATIENCE);

  await writeFile(file, minimalStanza('ping', 'notes: Second words.\n'));
  await page.getByText('Second words.').waitFor(PATIENCE);

  // As many editors save: a new file is put in the place of the old one, and later that one is written to.
  await writeFile(`${file}~`, minimalStanza('ping', 'notes: Words put in place.\n'));
  await rename(`${file}~`, file);
  await page.getByText('Words put in place.').waitFor(PATIENCE);

  await writeFile(file, minimalStanza('ping', 'notes: Third words.\ncolour: red\n'));
  const overlay = page.locator('vite-error-overlay');
  await overlay.waitFor(PATIENCE);
  const text = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
  assert.match(text, /ping\.yaml:10:1/);
  assert.match(text, /schema\/unknown-key/);
  // The line, the mark under it, and what to do.
  assert.match(text, /10 \| colour: red\n\s+\| \^/);
  assert.match(text, /help: /);
  assert.equal(await overlay.locator('#code').isVisible(), false);

  await writeFile(file, minimalStanza('ping', 'notes: Fourth words.\n'));
  await page.getByText('Fourth words.').waitFor(PATIENCE);
  assert.equal(await overlay.count(), 0);
});

if (THOROUGH) {
  test('a page that is still loading when a file is saved shows the change, too', async (t) => {
    const spec = await tempFolder(t, {
      ...STRICT,
      'stanzas/ping.yaml': minimalStanza('ping', 'notes: First words.\n'),
    });
    const { url, browser } = await openDev(t, spec);
    const told = await browser.newPage();
    await told.goto(`${url}stanzas/ping/`);
    await told.getByText('First words.').waitFor(PATIENCE);

    const late = await browser.newPage();
    const { promise: saved, resolve: letIn } = Promise.withResolvers<void>();
    await late.routeWebSocket(/token=/, async (socket) => {
      await saved;
      socket.connectToServer();
    });
    await late.goto(`${url}stanzas/ping/`);
    await late.getByText('First words.').waitFor(PATIENCE);
    await writeFile(join(spec, 'stanzas/ping.yaml'), minimalStanza('ping', 'notes: Second words.\n'));
    await told.getByText('Second words.').waitFor(PATIENCE);
    assert.equal(await late.getByText('First words.').count(), 1);
    letIn();
    await late.getByText('Second words.').waitFor(PATIENCE);
  });
}

if (THOROUGH) {
  test('a concurrent build reloads no page; the overlay shows the saved file first', async (t) => {
    const spec = await tempFolder(t, {
      ...STRICT,
      'stanzas/before.yaml': minimalStanza('before'),
      'stanzas/ping.yaml': minimalStanza('ping', 'notes: First words.\n'),
    });
    const { url, browser } = await openDev(t, spec);
    const page = await browser.newPage();
    const told: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (/reload/.test(payload.toString())) told.push(payload.toString());
      }),
    );
    await page.goto(`${url}stanzas/ping/`);
    await page.getByText('First words.').waitFor(PATIENCE);
    const out = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
    t.after(() => rm(out, { recursive: true, force: true }));
    for (let i = 0; i < 10; i += 1) {
      await writeFile(join(out, 'index.html'), `<p>${i}</p>`);
      await setTimeout(100);
    }
    assert.deepEqual(told, []);

    await writeFile(join(spec, 'stanzas/before.yaml'), minimalStanza('before', 'colour: red\n'));
    const overlay = page.locator('vite-error-overlay');
    await overlay.getByText('before.yaml:9:1').first().waitFor(PATIENCE);
    await writeFile(join(spec, 'stanzas/ping.yaml'), minimalStanza('ping', 'colour: red\n'));
    await overlay.locator('#message-content').getByText('ping.yaml:9:1').waitFor(PATIENCE);
    // Every error is there, that of the file first, and nothing of it is markup.
    const all = await overlay.locator('#stack-content').textContent();
    assert.match(all ?? '', /^\S*ping\.yaml:9:1[\s\S]*before\.yaml:9:1/);

    await writeFile(
      join(spec, 'stanzas/ping.yaml'),
      minimalStanza('ping', '"<img src=x onerror=alert(1)>": red\n'),
    );
    await overlay.locator('#stack-content').getByText('<img src=x').waitFor(PATIENCE);
    assert.equal(await overlay.locator('#message-content img, #stack-content img').count(), 0);
  });
}
