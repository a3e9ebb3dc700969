import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { build } from '../../scripts/build.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { FIXTURE } from '../helpers/fixture-spec.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

let work: string;
let site: string;
let names: readonly string[];
before(async () => {
  work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
  site = join(work, 'site');
  names = await built('--spec', FIXTURE, '--out', site, '--portable');
});
after(() => rm(work, { recursive: true, force: true }));

/** Builds a site, and says which files it has. */
async function built(...args: readonly string[]): Promise<string[]> {
  const io = testIo({ cwd: work });
  assert.equal(await guarded(build, args, io), 0, io.stderr());
  const names = await readdir(args[args.indexOf('--out') + 1] ?? '', { recursive: true });
  return names.map((name) => name.replaceAll('\\', '/'));
}

test('the site opens from disk: with styles, without errors, and with links to files', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  await page.getByRole('link', { name: 'Stanzas' }).first().click();
  await page.getByRole('link', { name: 'Call Offer', exact: true }).first().click();
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Call Offer');
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /system-ui/);
  // What only works with scripts says why it does nothing here, and what to do.
  for (const [path, what] of [
    ['workbench/index.html', 'npm run capture -- check my.log'],
    ['report/index.html', 'The form on GitHub asks for the same'],
  ] as const) {
    await page.goto(pathToFileURL(join(site, path)).href);
    assert.ok(await page.getByText('opened from disk').isVisible(), path);
    assert.ok(await page.getByText(what).isVisible(), path);
  }
  await browser.close();
  assert.deepEqual(noise, []);

  const files = new Set(names);
  const wrong: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const html = await readFile(join(site, name), 'utf8');
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https:|#|mailto:)/.test(address)) continue;
      const url = new URL(address, `https://x/${name}`);
      const file = decodeURIComponent(url.pathname.slice(1));
      if (address.startsWith('/') || !files.has(file)) wrong.push(`${name}: ${address}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('a compressed file has the same content, and is smaller', async (t) => {
  // A small spec: to compress all pages as far as it goes takes long.
  const spec = await tempFolder(t, { 'stanzas/ping.yaml': minimalStanza('ping') });
  const out = join(work, 'compressed');
  const names = await built('--spec', spec, '--out', out, '--compress');
  for (const name of ['index.html', 'stanzas/ping/index.html', 'schema/stanza-twin.schema.json']) {
    const whole = await readFile(join(out, name));
    const [gz, br] = [await readFile(join(out, `${name}.gz`)), await readFile(join(out, `${name}.br`))];
    assert.ok(gunzipSync(gz).equals(whole) && brotliDecompressSync(br).equals(whole), name);
    assert.ok(br.length < whole.length / 2, name);
  }
  assert.ok(!names.includes('card.png.gz'), 'what is compressed already has no twin');
});

test('hosts get the framing policy, and cache only files with a hash in their name', async () => {
  const headers = await readFile(join(site, '_headers'), 'utf8');
  // A policy for scripts in a header would bind the worker of the workbench, and stop its decoder.
  assert.match(headers, /^ {2}Content-Security-Policy: frame-ancestors 'none'$/m);
  assert.match(headers, /^\/_assets\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m);
  for (const name of names.filter((one) => /^_assets\/[^/]+\.(?:js|css)$/.test(one))) {
    assert.match(name, /[./-][\w-]{8}\.(?:js|css)$/, `${name} may be kept for ever`);
  }
  assert.ok(names.includes('.nojekyll'));
});
