import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { memoryFiles } from '../../lib/corpus/ports/memory-files.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { buildSite } from '../../site/integration/build/build-site.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { type Served, serve } from '../helpers/site/serve.ts';
import { minimalStanza } from '../helpers/temp-spec.ts';
import { THOROUGH } from '../helpers/thorough.ts';
import { hostileAddresses } from '../site/hostile-addresses.ts';
import { HOSTILE_NAMES, MARKER, PAYLOADS, REFUSED_PAYLOADS } from '../site/hostile-payloads.ts';
import { type HostileSpec, hostileSpec } from '../site/hostile-spec.ts';
import { assertMadeOf, inspect, type Ours, oursOf } from './inspect.ts';
import { LOW, unguarded } from './unguarded.ts';

/** With so many definitions of each kind, each field holds every payload in the thorough run, and some otherwise. */
const DEFINITIONS = THOROUGH ? 50 : 4;
/** How many payloads each field then holds at least. */
const LEAST = (THOROUGH ? 6 : 5) * DEFINITIONS;

let work: string;
let spec: HostileSpec;
let hostile: Served;
let clean: Served;
let browser: Browser;
let hostilePages: string[];
let cleanPages: string[];
/** The payloads for fields that a definition or a spec has only once. */
const ALONE = PAYLOADS.filter((_, i) => THOROUGH || i % 8 === 0);
/** The texts of pages with what a definition or a spec has once: all payloads of each such field. */
let oncePages: string[];
const ONCE = /^spec\.schema|#\/properties\/(?:source\/properties\/)?(?:guide|url|repository)$/;
/** A part has few of these, and each holds one payload: a path, or a value on the wire. */
const FEW_OF_A_PART =
  /^part\.schema\.json#\/\$defs\/(?:requirement\/properties\/subject|(?:layoutField|procedureConstant)\/properties\/value)$/;

before(async () => {
  work = await mkdtemp(join(PROJECT_ROOT, '.test-site-'));
  const out = join(work, 'dist');
  spec = hostileSpec(DEFINITIONS);
  await buildSite(
    {
      corpus: spec.corpus,
      origin: 'https://spec.example',
      base: '/',
      commit: 'a'.repeat(40),
      date: '2026-02-01',
      directory: 'spec',
      releases: [],
    },
    out,
  );
  const own = await builtSite();
  [hostile, clean] = [await serve(out), await serve(own)];
  [hostilePages, cleanPages] = [await pagesIn(out), await pagesIn(own)];
  oncePages = await hostileAddresses(ALONE);
  await writeFile(join(out, 'once.json'), JSON.stringify(oncePages));
  await writeFile(join(out, 'once.html'), oncePages.at(2) ?? '');
  browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${clean.origin}/404.html`);
  const inspected = await inspect(page, someOf(cleanPages, 4));
  assert.deepEqual(inspected.addresses, []);
  ours = oursOf(inspected);
  for (const name of [...ours.attributes]) assert.doesNotMatch(name, /^on|style|srcdoc/);
  await page.close();
});
after(async () => {
  await browser?.close();
  await hostile?.close();
  await clean?.close();
  await rm(work, { recursive: true, force: true });
});

const pagesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }))
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replace(/\/index\.html$/, '/'))
    .sort();

/** One page of each sort: those of the top, the lists, and some of each list. */
const someOf = (pages: readonly string[], each: number): string[] => {
  const seen = new Map<string, number>();
  return pages.filter((page) => {
    const sort = page.split('/').slice(0, -2).join('/');
    const n = seen.get(sort) ?? 0;
    seen.set(sort, n + 1);
    return sort === '' || n < each;
  });
};

/** What pages of our own spec are made of. */
let ours: Ours;
const assertOurs = (page: Page, paths?: readonly string[]): Promise<void> => assertMadeOf(page, ours, paths);

test('the payloads are in every field that accepts text', async () => {
  assert.ok(PAYLOADS.length >= 300, `${PAYLOADS.length} payloads`);
  // Fields that a definition or a corpus has only once are on separate pages.
  const least = (at: string): number =>
    Math.min(FEW_OF_A_PART.test(at) ? 2 * DEFINITIONS : LEAST, spec.usable.get(at) ?? LEAST);
  const few = [...spec.planted].filter(([at, n]) => n < least(at) && !ONCE.test(at));
  assert.deepEqual(few, []);
  assert.ok(spec.planted.size > 65, `${spec.planted.size} fields`);
  // A name of an account at GitHub can hold no payload, and there is one for each contributor.
  const rare = [...spec.sorts].filter(([at, n]) => n < least(at) && !at.endsWith('/github'));
  assert.deepEqual(rare, []);
  for (const sort of ['id', 'tag', 'name', 'url', 'line', 'prose', 'wireValue', 'source']) {
    assert.ok(spec.sorts.has(`common.schema.json#/$defs/${sort}`), sort);
  }
  assert.equal(oncePages.length, 5 * ALONE.length);
  for (const payload of REFUSED_PAYLOADS) {
    const text = minimalStanza('ping', `notes: ${JSON.stringify(payload)}\n`);
    const { findings } = validateSpec(memoryFiles({ 'stanzas/ping.yaml': text }));
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['yaml/control-character'],
      JSON.stringify(payload),
    );
  }
});

test('data creates no element, attribute or URL on any page', async () => {
  const context = await browser.newContext({ viewport: LOW });
  const page = await context.newPage();
  await page.goto(`${hostile.origin}/404.html`);
  await assertOurs(page, [...hostilePages, '/once.json']);
  await context.close();
});

test('no payload runs on the pages, even without the content security policy', async () => {
  const { context, page, ran } = await unguarded(browser, hostile.origin);
  for (const path of [...someOf(hostilePages, 1), '/once.html']) {
    await page.goto(hostile.origin + path);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      for (const one of document.querySelectorAll<HTMLElement>('main *')) {
        if (one.matches('summary, b, code, td, li, h2, p')) one.dispatchEvent(new MouseEvent('mouseover'));
      }
    });
    await assertOurs(page);
    assert.deepEqual(ran, [], path);
  }
  // The test would see it.
  await page.evaluate((name) => {
    const image = document.createElement('img');
    image.setAttribute('onerror', `${name}()`);
    image.src = 'data:,x';
    document.body.append(image);
  }, MARKER);
  await page.waitForTimeout(200);
  assert.ok(ran.includes('the marker was called'));
  await context.close();
});

/** The page of one of the stanzas; which names they have depends on the other kinds. */
const stanzaPage = (): string =>
  hostilePages.find((path) => /^\/stanzas\/[a-z]{4,}\/$/.test(path)) ?? 'no stanza';

/** The pages that hold most of what is hostile. */
const LARGEST = ['/', '/disputes/', '/questions/', '/facts/', '/glossary/'];

const ALL = [...PAYLOADS, ...REFUSED_PAYLOADS, ...HOSTILE_NAMES];
const inGroups = (size: number): string[][] =>
  Array.from({ length: Math.ceil(ALL.length / size) }, (_, i) => ALL.slice(i * size, i * size + size));

test('no payload in the URL runs', async () => {
  const { context, page, ran } = await unguarded(browser, hostile.origin);
  const pages = [...(THOROUGH ? ['/questions/', '/report/'] : []), '/facts/', '/search/', stanzaPage()];
  for (const path of pages) {
    const queries = inGroups(100).map((group) => encodeURIComponent(group.join(' ')).slice(0, 6000));
    const query = queries
      .map((one, i) => `${['q', 'stanza', 'path', 'technique', 'kind'][i % 5]}=${one}`)
      .join('&');
    await page.goto(`${hostile.origin}${path}?${query.slice(0, 12_000)}`);
    await page.evaluate(
      async (groups) => {
        for (const [i, group] of groups.entries()) {
          // As a browser writes it, and as a script may set it.
          location.hash = i % 2 === 0 ? encodeURIComponent(group.join(' ')) : group.join(' ');
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      },
      inGroups(THOROUGH ? 16 : 100),
    );
    await assertOurs(page);
    assert.deepEqual(ran, [], path);
  }
  await context.close();
});

test('no payload in a search query or its results runs', async () => {
  const { context, page, ran } = await unguarded(browser, hostile.origin);
  await page.goto(`${hostile.origin}/search/`);
  const field = page.locator('input[type="search"]').first();
  let found = 0;
  for (const query of [
    ...inGroups(THOROUGH ? 40 : 100).map((group) => group.join(' ')),
    'script',
    'img onerror',
    '__proto__',
    'href',
    '<',
    '"',
  ]) {
    await field.fill(query);
    await page.waitForTimeout(130);
    found += await page.locator('[role="option"]').count();
    await assertOurs(page);
    assert.deepEqual(ran, [], query);
  }
  assert.ok(found > 30, `${found} found`);
  await context.close();
});

test('no payload that is pasted into the workbench runs', async () => {
  const { context, page, ran } = await unguarded(browser, hostile.origin);
  await page.goto(`${hostile.origin}/workbench/`);
  const field = page.getByRole('textbox', { name: /Lines of a log/ });
  const node = (value: string): object => ({
    tag: value,
    attrs: { [value]: value, from: value },
    content: value,
  });
  let said = '';
  for (const text of [
    ALL.join('\n'),
    JSON.stringify({ tag: 'call', attrs: { from: ALL[0] }, content: ALL.slice(0, 200).map(node) }),
    ALL.map(
      (value) => `<call from='${value.replaceAll("'", '')}' id="x"><offer ${value}="${value}"/></call>`,
    ).join('\n'),
    HOSTILE_NAMES.map((name) => `<${name} ${name}="${name}"><${name}/></${name}>`).join('\n'),
  ]) {
    await field.fill(text);
    await page.getByRole('button', { name: 'Check' }).click();
    // Everything is said of the text before the next one comes.
    await page.waitForFunction((before) => {
      const status = document.querySelector('[data-part="status"]')?.textContent ?? '';
      const works = document.querySelector<HTMLElement>('[data-part="progress"]')?.hidden === false;
      return !works && status !== '' && status !== before;
    }, said);
    said = (await page.locator('[data-part="status"]').textContent()) ?? '';
    await assertOurs(page);
    assert.deepEqual(ran, [], text.slice(0, 80));
  }
  assert.match(said, /^50 stanzas/);
  await context.close();
});

test('pages do not violate their content security policy', async () => {
  const context = await browser.newContext({ viewport: LOW });
  const broken: string[] = [];
  await context.exposeFunction('__broken', (what: string) => broken.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (globalThis as unknown as { __broken: (what: string) => void }).__broken(
        `${location.pathname}: ${violatedDirective} ${blockedURI}`,
      );
    });
  });
  const page = await context.newPage();
  // Of our own pages two are enough: on each of them the browser would tell every-page.browser.test.ts.
  for (const [{ origin }, paths] of [
    [clean, ['/', '/stanzas/call-offer/']],
    [hostile, [...LARGEST, stanzaPage()]],
  ] as const) {
    for (const path of paths) {
      const response = await page.goto(origin + path);
      const policy = await page.evaluate(() =>
        document.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content'),
      );
      assert.match(policy ?? '', /default-src 'none'/, path);
      assert.doesNotMatch((policy ?? '') + JSON.stringify(await response?.allHeaders()), /unsafe-/);
    }
  }
  assert.deepEqual(broken, []);
  // A violation would be seen.
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await page.evaluate(() =>
    document.body.insertAdjacentElement('beforeend', document.createElement('script')),
  );
  await context.close();
});
