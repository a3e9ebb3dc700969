import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { parse as parseYaml, stringify as stringifyYaml } from 'yaml';
import { CAPTURE_FORMS } from '../../bench/capture-throughput.ts';
import { seededRandom } from '../../bench/corpus/seeded-random.ts';
import { loadBinaryDecoder } from '../../lib/capture/decode/load-binary-decoder.ts';
import type { DraftOptions } from '../../lib/capture/draft/draft-options.ts';
import type { CaptureForm } from '../../lib/capture/forms/index.ts';
import { captureFormFields } from '../../lib/capture/issue-form/capture-form.ts';
import { captureFromForm } from '../../lib/capture/issue-form/capture-from-form.ts';
import { parse } from '../../lib/capture/parse/parse.ts';
import type { ReviewOptions } from '../../lib/capture/review/review-stanzas.ts';
import type { CapturedNode } from '../../lib/capture/tree/captured-node.ts';
import { printXml } from '../../lib/capture/tree/print-xml.ts';
import { loadCorpus } from '../../lib/corpus/load/load-corpus.ts';
import type { OneWay } from '../../lib/corpus/match/stanza-direction.ts';
import { overlayFiles } from '../../lib/corpus/ports/overlay-files.ts';
import { allRules } from '../../lib/node/spec/all-rules.ts';
import { sanitizerVerdicts } from '../../lib/pull-request/sanitizer-verdicts.ts';
import { capture as captureMain } from '../../scripts/capture.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import type { DraftView } from '../../site/scripts/workbench/messages/draft-view.ts';
import type { LogSummary } from '../../site/scripts/workbench/messages/log-summary.ts';
import type { StanzaView } from '../../site/scripts/workbench/messages/stanza-view.ts';
import type { WorkerRequest } from '../../site/scripts/workbench/messages/worker-request.ts';
import type { WorkerResponse } from '../../site/scripts/workbench/messages/worker-response.ts';
import { captureMutant } from '../fuzz/capture-mutants.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES as FILES, FIXTURE } from '../helpers/fixture-spec.ts';
import { builtSite } from '../helpers/site/built-site.ts';
import { launchBrowser } from '../helpers/site/chromium.ts';
import { type Served, serve } from '../helpers/site/serve.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';
import { draftStanzas } from '../lib/capture/draft-stanzas.ts';
import { logOf, specNodes } from '../lib/capture/spec-nodes.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const FIXTURES = join(import.meta.dirname, '../lib/capture/parse/fixtures');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

/** What stands in the logs and would belong to somebody: it must be in no address and in no capture. */
const PERSONAL = /10000000000000|00112233445566778899|O'Neil/i;

let browser: Browser;
let served: Served;

before(async () => {
  served = await serve(await builtSite());
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await served?.close();
});

/** The workbench, cut off from everything but its own site, with all that went wrong and all that was asked. */
async function open(
  t: TestContext,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrong: string[]; asked: string[] }> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
  t.after(() => context.close());
  const wrong: string[] = [];
  const asked: string[] = [];
  await context.route('**/*', (route) => {
    const request = route.request();
    const url = new URL(request.url());
    asked.push(url.pathname);
    if (url.origin !== served.origin || url.search !== '' || request.method() !== 'GET') {
      wrong.push(`${request.method()} ${url}`);
      return route.abort();
    }
    return route.continue();
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin });
  const page = await context.newPage();
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('websocket', (socket) => wrong.push(socket.url()));
  await page.goto(`${served.origin}/workbench/`);
  return { page, wrong, asked };
}

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

const field = (page: Page) => page.getByRole('textbox', { name: /Lines of a log/ });
const annotated = (page: Page) => page.getByRole('table', { name: 'The stanza with what the spec says' });

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

async function choose(page: Page): Promise<void> {
  await page.getByLabel('Technique').selectOption('websocket-capture');
  await page.getByLabel('Kind').selectOption('captured');
}

/** The file and the text that the link to GitHub carries. */
async function offered(
  page: Page,
): Promise<{ address: string; filename: string | null; value: string | null }> {
  const link = page.getByRole('link', { name: 'Open on GitHub' });
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';
  const { searchParams } = new URL(address);
  return { address, filename: searchParams.get('filename'), value: searchParams.get('value') };
}

const OPTIONS = { technique: 'websocket-capture', kind: 'captured', tools: [] } as const;

/** The captures that the command makes of a log, in the order of its stanzas. */
async function commandMakes(
  input: string,
  options: Partial<DraftOptions & ReviewOptions> = {},
): Promise<{ path: string; after: string }[]> {
  const { stanzas } = parse(input, { decodeBinary: await loadBinaryDecoder() });
  const { files, captures } = draftStanzas(stanzas, corpus, FILES, { ...OPTIONS, ...options });
  return captures.flatMap(({ id }) => files.filter(({ path }) => path === `captures/${id}.yaml`));
}

const NODE = {
  tag: 'call',
  attrs: { from: '100000000000001@lid', id: '1111.2222-3', t: '1700000001' },
  content: [
    {
      tag: 'terminate',
      attrs: {
        'call-id': '00112233445566778899AABBCCDDEEFF',
        'call-creator': '100000000000001:7@lid',
        reason: 'timeout',
      },
    },
  ],
};

for (const name of [
  'whatsmeow.log',
  'baileys-pino.log',
  'bare.xml.txt',
  'node.json',
  'node-base64.json',
  'inspected.txt',
  'array.json',
  'frame.hex.txt',
  'frame.base64.txt',
]) {
  test(`${name}: from the clipboard to the address on GitHub, as the command makes it`, async (t) => {
    const input = await readFile(join(FIXTURES, name), 'utf8');
    const { page, wrong, asked } = await open(t);
    await choose(page);
    await paste(page, input);
    await annotated(page).waitFor();
    const { address, filename, value } = await offered(page);
    const [expected] = await commandMakes(input);
    assert.equal(filename, `spec/${expected?.path}`);
    assert.equal(value, expected?.after);
    assert.equal(await page.locator('[data-part="yaml"]').textContent(), expected?.after);
    assert.ok(address.startsWith('https://github.com/stanza-catalog/stanza-catalog/new/main?filename='));
    assert.ok(address.length <= 8000 && !address.includes('%20') && address.includes('+'), address);
    assert.doesNotMatch(decodeURIComponent(address), PERSONAL);
    assert.deepEqual(wrong, []);
    // The decoder is large, and fetched for bytes alone.
    assert.equal(
      asked.some((path) => /whatsapp|bridge|dist/.test(path)),
      name.startsWith('frame.'),
      asked.join('\n'),
    );
  });
}

test('a stanza is annotated: each part with its verdict, its confidence and a link that is there', async (t) => {
  const { page, wrong } = await open(t);
  const node = structuredClone(NODE) as typeof NODE & { attrs: Record<string, string> };
  node.attrs['newthing'] = '12';
  await paste(page, inspect(node, { depth: null }));
  const table = annotated(page);
  const reason = table.getByRole('row', { name: /reason="timeout"/ });
  await reason.waitFor();
  const fact = corpus.factByPath.get('call-terminate:terminate@reason');
  assert.match((await reason.textContent()) ?? '', new RegExp(`agrees${fact?.confidence}`));
  const href = await reason.getByRole('link').getAttribute('href');
  assert.equal(href, '/stanzas/call-terminate/#terminate@reason');
  assert.match((await table.getByRole('row', { name: /newthing/ }).textContent()) ?? '', /new$/);
  const addresses = await table
    .getByRole('link')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const other = await page.context().newPage();
  for (const address of [...new Set(addresses)]) {
    await other.goto(address);
    assert.equal(await other.locator(':target').count(), 1, address);
  }
  const replaced = page.getByRole('table', { name: /What was replaced/ });
  const row = replaced.getByRole('row', { name: /100000000000001@lid/ }).first();
  assert.match((await row.textContent()) ?? '', /A@lid/);
  await page.getByRole('heading', { name: 'New' }).waitFor();
  assert.deepEqual(wrong, []);
});

const SHARED = {
  ...NODE,
  attrs: { ...NODE.attrs, newthing: '12', '4915112345678': 'x', 'ana@example.org': '1' },
};
const names = (page: Page) => page.getByRole('table', { name: 'Names that the spec does not know' });

test('a name that the spec does not know is shared when the reader says so, and the address is that of the command', async (t) => {
  const { page, wrong } = await open(t);
  await choose(page);
  const input = inspect(SHARED, { depth: null });
  await paste(page, input);
  const row = names(page).getByRole('row', { name: /newthing/ });
  const box = row.getByRole('checkbox', { name: /share this name\s+newthing/ });
  await box.waitFor();
  assert.equal(await box.isChecked(), false);
  assert.match((await row.textContent()) ?? '', /unknown-0001.*an attribute of <call>/);
  const plain = await offered(page);
  assert.equal(plain.value, (await commandMakes(input))[0]?.after);
  assert.doesNotMatch(
    `${plain.value}${await page.locator('[data-part="entries"]').textContent()}`,
    /newthing/,
  );

  await box.focus();
  await page.keyboard.press('Space');
  await page.getByText('Shared on purpose: newthing.').waitFor();
  await page.waitForFunction(
    (old) => document.querySelector('[data-part="github"]')?.getAttribute('href') !== old,
    plain.address,
  );
  const { address, value, filename } = await offered(page);
  const [expected] = await commandMakes(input, { keepNames: ['newthing'] });
  assert.equal(value, expected?.after);
  assert.equal(filename, `spec/${expected?.path}`);
  assert.match(value ?? '', / newthing="12"/);
  assert.doesNotMatch(decodeURIComponent(address), PERSONAL);
  assert.doesNotMatch(decodeURIComponent(address), /4915112345678|ana@/);
  assert.match(
    (await annotated(page)
      .getByRole('row', { name: /newthing/ })
      .textContent()) ?? '',
    /new$/,
  );
  // Whoever checked the box by keyboard is still at it.
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']), 'newthing');
  assert.equal(await box.isChecked(), true);

  // What the spec needs with it is the entry that the command would write.
  const entry = (await page.locator('[data-part="entries"] pre').textContent()) ?? '';
  const { after } = draftStanzas(parse(input).stanzas, corpus, FILES, {
    ...OPTIONS,
    keepNames: ['newthing'],
  });
  const { attributes } = after.corpus.definitions.stanza.get('call-terminate')?.data ?? {};
  const added = attributes?.find(({ name }) => name === 'newthing');
  assert.ok(added);
  assert.deepEqual(parseYaml(entry), [added]);
  assert.match(
    (await page.locator('[data-part="entries"]').textContent()) ?? '',
    /Into spec\/stanzas\/call-terminate\.yaml, among the attributes of <call>:/,
  );

  await box.uncheck();
  await page.waitForFunction(
    (old) => document.querySelector('[data-part="github"]')?.getAttribute('href') === old,
    plain.address,
  );
  assert.equal(await page.locator('[data-part="entries"]').textContent(), '');
  assert.deepEqual(wrong, []);
});

test('a name that looks personal cannot be shared, and the page says why', async (t) => {
  const { page } = await open(t);
  await paste(page, inspect(SHARED, { depth: null }));
  for (const [name, why] of [
    ['4915112345678', /Not shared\. It looks like a phone number\./],
    ['ana@example.org', /Not shared\. It looks like an e-mail address\./],
  ] as const) {
    const row = names(page).getByRole('row', { name });
    assert.match((await row.textContent()) ?? '', why);
    assert.equal(await row.getByRole('checkbox').count(), 0);
  }
  // A new log begins without a shared name.
  await names(page).getByRole('checkbox').check();
  await page.getByText('Shared on purpose').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, inspect(SHARED, { depth: null }));
  assert.equal(await names(page).getByRole('checkbox').isChecked(), false);
});

const values = (page: Page) => page.getByRole('table', { name: 'Values that their enum does not list' });
const ended = (reason: string) =>
  JSON.stringify({
    ...NODE,
    content: [{ ...NODE.content[0], attrs: { ...NODE.content[0]?.attrs, reason } }],
  });

test('a value that its enum does not list is shared when the reader says so, in the file and in the form', async (t) => {
  const { page, wrong } = await open(t);
  await choose(page);
  const input = ended('zebra');
  await paste(page, input);
  const box = values(page).getByRole('checkbox', { name: /share this value\s+zebra/ });
  await box.waitFor();
  assert.equal(await box.isChecked(), false);
  const row = values(page).getByRole('row', { name: /zebra/ });
  assert.match(
    (await row.textContent()) ?? '',
    /VALUE-0001-synthetic.*terminate@reason, of the enum terminate-reasons/,
  );
  const plain = await offered(page);
  assert.doesNotMatch(decodeURIComponent(plain.address), /zebra/);

  await box.focus();
  await page.keyboard.press('Space');
  await page.getByText('Shared on purpose: terminate-reasons=zebra.').waitFor();
  await page.waitForFunction(
    (old) => document.querySelector('[data-part="github"]')?.getAttribute('href') !== old,
    plain.address,
  );
  assert.equal(
    await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']),
    'terminate-reasons=zebra',
  );
  const { address, value } = await offered(page);
  // To the spec as it is, the value is new.
  const part = annotated(page).getByRole('row', { name: /reason="zebra"/ });
  assert.match((await part.textContent()) ?? '', /new$/);
  await page.getByText('The enum does not list this value yet.').waitFor();
  const said = await page.locator('[data-part="status"]').textContent();
  assert.match(said ?? '', /, 0 contradicted, 1 new\. Shared/);
  const keepValues = ['terminate-reasons=zebra'];
  assert.equal(value, (await commandMakes(input, { keepValues }))[0]?.after);
  assert.match(value ?? '', / reason="zebra"/);
  assert.doesNotMatch(decodeURIComponent(address), PERSONAL);
  const entry = (await page.locator('[data-part="entries"] pre').textContent()) ?? '';
  const { after } = draftStanzas(parse(input).stanzas, corpus, FILES, { ...OPTIONS, keepValues });
  assert.deepEqual(parseYaml(entry), [
    after.corpus.definitions.enum.get('terminate-reasons')?.data.values.at(-1),
  ]);
  assert.match(
    (await page.locator('[data-part="entries"]').textContent()) ?? '',
    /Into spec\/enums\/terminate-reasons\.yaml, among the values of terminate-reasons:/,
  );

  // The form that the page fills in gives the same capture, and its entry, as CI reads it.
  const link = await page.getByRole('link', { name: 'Open as an issue' }).getAttribute('href');
  const { pathname, searchParams } = new URL(link ?? '');
  assert.equal(pathname, '/stanza-catalog/stanza-catalog/issues/new');
  assert.equal(searchParams.get('template'), 'capture.yml');
  assert.equal(searchParams.get('share'), 'terminate-reasons=zebra');
  assert.doesNotMatch(decodeURIComponent(link ?? ''), PERSONAL);
  const body = captureFormFields(corpus).map(({ id, label }) => {
    const said = id === 'sure' ? '- [X] so' : (searchParams.get(id) ?? '_No response_');
    return `### ${label}\n\n${id === 'capture' ? `\`\`\`text\n${said}\n\`\`\`` : said}`;
  });
  const issue = { number: 12, author: 'mona', body: body.join('\n\n') };
  const made = captureFromForm(issue, corpus, FILES, await allRules(FILES), await loadBinaryDecoder());
  assert.ok('files' in made, JSON.stringify(made));
  assert.deepEqual(made.replaced, []);
  const file = (path: string) => made.files.find((one) => one.path === path)?.after ?? '';
  const bodyOf = (yaml: string) => (parseYaml(yaml) as { raw: unknown }).raw;
  assert.deepEqual(bodyOf(file('captures/issue-12.yaml')), bodyOf(value ?? ''));
  assert.match(file('enums/terminate-reasons.yaml'), /- value: zebra\n/);

  await page.getByLabel('Kind').selectOption('synthetic');
  await page.getByText('it cannot bring a new name or value').waitFor();
  assert.deepEqual(wrong, []);
});

test('a value that looks personal cannot be shared, and nothing of it leaves the page', async (t) => {
  const { page } = await open(t);
  await choose(page);
  for (const [value, why] of [
    ['4915112345678', /Not shared\. It looks like a phone number\./],
    ['cafe00babe', /Not shared\. It looks like a value in hexadecimal digits\./],
  ] as const) {
    await page.getByRole('button', { name: 'Clear' }).click();
    await paste(page, ended(value));
    const row = values(page).getByRole('row', { name: value });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', why);
    assert.equal(await row.getByRole('checkbox').count(), 0);
    const form = page.getByRole('link', { name: 'Open as an issue' });
    await form.waitFor();
    assert.ok(!(await form.getAttribute('href'))?.includes(value));
    assert.ok(!(await offered(page)).address.includes(value));
  }
});

test('why bytes could not be read is said where a screen reader hears it', async (t) => {
  const { page } = await open(t);
  await paste(page, '00f8fff402deadbeefdeadbeefdeadbeef00112233');
  const status = page.getByRole('status').and(page.locator('[data-part="status"]'));
  await status.getByText('No stanza was found').waitFor();
  const reason = page.locator('.problems li').first();
  const said = ((await reason.textContent()) ?? '').replace(/^Line \d+, column \d+: /, '');
  assert.ok(said.length > 20);
  assert.ok((await status.textContent())?.includes(said), `${await status.textContent()}\n${said}`);
});

const wanted = (page: Page) => page.locator('[data-part="wanted"]');

test('no capture is made of what the command refuses, too', async (t) => {
  const { page } = await open(t);
  await choose(page);
  await paste(page, JSON.stringify(NODE));
  await offered(page);
  const made = page.getByRole('link', { name: 'Open on GitHub' });

  await page.getByLabel('What it shows').fill('A call from +49 1511 2345678');
  await page.getByText('“What it shows” holds what looks like a phone number.').waitFor();
  assert.equal(await made.count(), 0);
  await page.getByLabel('What it shows').fill('A call that nobody took');
  await made.waitFor();
  await page.getByLabel('Tool', { exact: true }).fill('ana@example.org');
  await page.getByText('“Tool” holds what looks like an e-mail address.').waitFor();
  await page.getByLabel('Tool', { exact: true }).fill('');
  await made.waitFor();

  // A part of it could not be read.
  await paste(page, '');
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, '<call from="1@lid" id="1" t="1700000001"><terminate reason="timeout"></call>');
  await page.getByText('a part of it could not be read').first().waitFor();
  assert.match((await wanted(page).textContent()) ?? '', /No capture is made of this stanza: a part of it/);
  assert.equal(await made.count(), 0);

  // A made-up stanza brings no name.
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, inspect(SHARED, { depth: null }));
  await names(page).getByRole('checkbox').check();
  await page.getByText('Shared on purpose').waitFor();
  await page.getByLabel('Kind').selectOption('synthetic');
  await page.getByText('it cannot bring a new name').waitFor();
  assert.equal(await made.count(), 0);
});

test('each stanza of a log becomes the capture that the command makes of it, and a repeated one none', async (t) => {
  const { page } = await open(t);
  await choose(page);
  const other = structuredClone(NODE);
  other.attrs.from = '100000000000002@lid';
  other.attrs.t = '1700000009';
  const input = [NODE, other, NODE].map((one) => JSON.stringify(one)).join('\n');
  await paste(page, input);
  await page.getByText('3 stanzas').waitFor();
  const expected = await commandMakes(input);
  assert.equal(expected.length, 2);
  const region = page.getByRole('region', { name: 'Stanzas of the log' });
  for (const [i, one] of expected.entries()) {
    await region.getByRole('button').nth(i).click();
    await page.waitForFunction(
      (path) => document.querySelector('[data-part="path"]')?.textContent === path,
      `spec/${one.path}`,
    );
    const { value } = await offered(page);
    assert.equal(value, one.after);
  }
  await region.getByRole('button').nth(2).click();
  await page.getByText(/it equals the capture call-terminate-websocket-capture-01/).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Open on GitHub' }).count(), 0);
});

test('what is contradicted, and what it answers, is said', async (t) => {
  const { page } = await open(t);
  await paste(page, JSON.stringify({ ...NODE, content: [{ tag: 'terminate', attrs: { reason: 'zebra' } }] }));
  await page.getByRole('heading', { name: 'Contradicted' }).waitFor();
  const list = page.locator('h3:text-is("Contradicted") + ul');
  assert.match((await list.textContent()) ?? '', /terminate@call-id/);
  assert.doesNotMatch((await annotated(page).textContent()) ?? '', /zebra/);
});

test('200 lines: from the clipboard to a validated capture in under a second', async (t) => {
  const { page } = await open(t);
  await choose(page);
  const line = (i: number) =>
    i % 2 === 0
      ? `12:34:56.${100 + i} [Client/Recv DEBUG] <call from="1000000000${1000 + i}@lid" id="1111.2222-${i}" t="17000${10000 + i}"><terminate call-id="00112233445566778899AABBCCDDE${100 + i}" call-creator="100000000000001:7@lid" reason="timeout"/></call>`
      : `12:34:56.${100 + i} [Client INFO] Nothing to see in line ${i}`;
  const log = Array.from({ length: 200 }, (_, i) => line(i)).join('\n');
  await page.evaluate(() => {
    const marks = globalThis as unknown as { begun: number; took: number };
    document.addEventListener('paste', () => (marks.begun = performance.now()), true);
    new MutationObserver(() => {
      if (document.querySelector('[data-part="yaml"]')?.textContent !== '')
        marks.took ??= performance.now() - marks.begun;
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await paste(page, log);
  await offered(page);
  const took = await page.evaluate(() => (globalThis as unknown as { took: number }).took);
  t.diagnostic(`${Math.round(took)} ms`);
  assert.ok(took < 1000, `${took} ms`);
  await page.getByText('100 stanzas').waitFor();

  // Each of them can be shown, and has an id of its own.
  const first = await offered(page);
  await page.getByRole('region', { name: 'Stanzas of the log' }).getByRole('button').nth(5).click();
  await page.waitForFunction(
    (old) => document.querySelector('[data-part="github"]')?.getAttribute('href') !== old,
    first.address,
  );
  const sixth = await offered(page);
  assert.notEqual(sixth.filename, first.filename);
});

test('a file is dropped or opened; a download and a copy are the same text', async (t) => {
  const { page, wrong } = await open(t);
  await choose(page);
  const path = join(FIXTURES, 'whatsmeow.log');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByLabel('or open a file').click(),
  ]);
  await chooser.setFiles(path);
  const { value } = await offered(page);
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), value);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  assert.equal(await readFile(await download.path(), 'utf8'), value);
  assert.match(download.suggestedFilename(), /^call-offer-websocket-capture-\d\d\.yaml$/);

  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await annotated(page).count(), 0);
  const text = await readFile(path, 'utf8');
  const data = await page.evaluateHandle((log) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([log], 'a.log'));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await annotated(page).waitFor();
  assert.equal((await offered(page)).value, value);
  assert.deepEqual(wrong, []);
});

test('a capture that is too long for an address opens an empty file of its name', async (t) => {
  const { page } = await open(t);
  await choose(page);
  const many = Array.from({ length: 250 }, (_, i) => ({
    tag: 'to',
    attrs: { jid: `1000000000${1000 + i}:${i % 90}@lid` },
  }));
  const offer = {
    tag: 'offer',
    attrs: NODE.content[0]?.attrs,
    content: [{ tag: 'destination', attrs: {}, content: many }],
  };
  await paste(page, JSON.stringify({ ...NODE, content: [offer] }));
  const { address, value, filename } = await offered(page);
  assert.equal(value, null);
  assert.match(filename ?? '', /^spec\/captures\/call-offer-/);
  assert.ok(address.length < 300);
  await page.getByText('It is too long for an address').waitFor();
});

test('work can be stopped, and what cannot be read is said with its place', async (t) => {
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
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.getByText('No stanza was found', { exact: false }).first().waitFor();
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

for (const [name, viewport] of [
  ['1280 px', WIDE],
  ['390 px', NARROW],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: by keyboard, nothing for axe to find, nothing wider than the window`, async (t) => {
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
      await page.getByRole('heading', { name: 'What has to come with it' }).waitFor();
      assert.deepEqual(await axe(page), []);
    });
  }
}

test('without JavaScript the page says how to do it with the command', async (t) => {
  const { page } = await open(t, { javaScriptEnabled: false });
  assert.match((await page.locator('main').innerText()) ?? '', /npm run capture -- check/);
  assert.equal(await field(page).isVisible(), false);
});

test('a report is asked for first, and what is personal in it is held back', async (t) => {
  const { page, wrong } = await open(t);
  await page.goto(`${served.origin}/stanzas/call-terminate/`);
  // The address as pages write it, which names a fact and nothing that was pasted; and as links of old have it.
  await page.context().route('**/report/?about=*', (route) => route.continue());
  for (const about of ['?about=', '#']) {
    await page.goto(`${served.origin}/report/${about}call-terminate:terminate@reason`);
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
  await page.getByText('a JID of somebody').waitFor();
  assert.equal(await link.count(), 0);
  await page.getByLabel('What you have seen').fill('It came from a phone.');
  await link.waitFor();
  const url = new URL((await link.getAttribute('href')) ?? '');
  assert.equal(url.searchParams.get('fact'), 'call-terminate:terminate@reason');
  assert.equal(url.searchParams.get('definition'), 'call-terminate');
  assert.equal(url.searchParams.get('claim'), 'It came from a phone.');
  assert.deepEqual(wrong, []);
});

/** What the worker of the built site says of a log: of all of it, and of its first stanza. */
interface Said {
  readonly found: LogSummary;
  readonly shown: StanzaView | undefined;
  readonly made: DraftView | undefined;
}

/** Asks the worker of the built site itself, as its page does, so that nothing that a page leaves out is lost. */
async function askWorker(
  page: Page,
  logs: readonly { input: string | readonly number[]; direction: OneWay }[],
): Promise<readonly Said[]> {
  const names = await readdir(join(await builtSite(), '_assets'));
  const worker = names.find((name) => /^workbench-worker.*\.js$/.test(name)) ?? 'no worker';
  return page.evaluate(
    async ({ address, asked }) => {
      const {
        corpus = '',
        base = '/',
        validator = '',
      } = document.querySelector<HTMLElement>('workbench-app')?.dataset ?? {};
      const at = new Worker(address, { type: 'module' });
      const ask = <Kind extends WorkerResponse['kind']>(message: WorkerRequest, kind: Kind) =>
        new Promise<Extract<WorkerResponse, { kind: Kind }>>((resolve, reject) => {
          at.onerror = () => reject(new Error('The worker broke.'));
          at.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
            if (data.kind === 'failed') reject(new Error(data.words));
            else if (data.kind === kind) resolve(data as Extract<WorkerResponse, { kind: Kind }>);
          };
          at.postMessage(message);
        });
      const packed = await (await fetch(corpus)).json();
      at.postMessage({
        kind: 'start',
        corpus: packed,
        base,
        validator: new URL(validator, location.href).href,
      });
      const said: Said[] = [];
      for (const { input, direction } of asked) {
        const { summary: found } = await ask(
          { kind: 'read', input: typeof input === 'string' ? input : Uint8Array.from(input) },
          'found',
        );
        if (found.stanzas[0] === undefined || found.stanzas[0].refused !== undefined) {
          said.push({ found, shown: undefined, made: undefined });
          continue;
        }
        const { view: shown } = await ask({ kind: 'show', index: 0 }, 'shown');
        const options = { technique: 'websocket-capture', kind: 'captured', tools: [], direction } as const;
        const { draft: made } = await ask({ kind: 'make', index: 0, options }, 'made');
        said.push({ found, shown, made });
      }
      at.terminate();
      return said;
    },
    { address: `/_assets/${worker}`, asked: logs },
  );
}

/** A capture of the spec with what CI reads: the body as it came, in a format of captures. */
async function withBody(yaml: string, id: string, form: CaptureForm, log: string): Promise<string> {
  const { stanzas } = parse(log, { form, decodeBinary: await loadBinaryDecoder() });
  const raw =
    form === 'hex' || form === 'base64'
      ? { format: 'hex', body: Buffer.from(log.trim(), form).toString('hex') }
      : { format: 'xml', body: stanzas.map(({ root }) => printXml(root)).join('') };
  return stringifyYaml({ ...parseYaml(yaml), id, raw });
}

test('page, command and CI give one verdict of a log, byte for byte', async (t) => {
  const random = seededRandom(4);
  const stanzas = [...corpus.definitions.stanza.values()];
  const [personal, clean] = [specNodes(corpus, 'personal', random), specNodes(corpus, 'clean', random)];
  const logs = CAPTURE_FORMS.flatMap((form, f) =>
    [0, 1, 2, 3, 4, 5].map((i) => {
      const which = (f * 6 + i) % stanzas.length;
      const node = (i === 5 ? clean : personal)[which] as CapturedNode;
      const direction: OneWay = stanzas[which]?.data.direction[0] === 'incoming' ? 'incoming' : 'outgoing';
      return { form, input: logOf(form, [node]), direction };
    }),
  );
  const { page, wrong } = await open(t);
  const said = await askWorker(page, logs);
  assert.deepEqual(wrong, []);

  const root = await tempFolder(t, Object.fromEntries(logs.map(({ input }, i) => [`${i}.log`, input])));
  const forCi = new Map<string, string>();
  let made = 0;
  for (const [i, { form, input }] of logs.entries()) {
    const { found, shown, made: capture } = said[i] as Said;
    const io = testIo({ cwd: root });
    const code = await guarded(captureMain, ['sanitize', `${i}.log`, '--spec', FIXTURE], io);
    const told = `${form} ${input.slice(0, 200)}`;
    assert.deepEqual([found.stanzas.length, found.problems, shown?.leaks, code], [1, [], [], 0], told);
    assert.equal(
      io.stderr(),
      `1 stanza. Replaced: ${shown?.replaced.words || 'nothing'}.\n${found.skipped} other lines hold no stanza.\n`,
    );
    if (capture === undefined || !('yaml' in capture)) continue;
    made += 1;
    const { body } = (parseYaml(capture.yaml) as { raw: { body: string } }).raw;
    assert.equal(`${body}\n`, io.stdout(), told);
    forCi.set(`captures/made-${i}.yaml`, capture.yaml.replace(/^id: .*$/m, `id: made-${i}`));
    forCi.set(`captures/came-${i}.yaml`, await withBody(capture.yaml, `came-${i}`, form, input));
  }
  assert.ok(made >= 40, `${made} captures`);
  const head = loadCorpus(overlayFiles(FILES, forCi));
  assert.deepEqual(head.findings, []);
  const verdicts = new Map((await sanitizerVerdicts(corpus, head.corpus)).map((one) => [one.id, one]));
  assert.equal(verdicts.size, 2 * made);
  for (const [i, { form, input }] of logs.entries()) {
    const words = (said[i] as Said).shown?.replaced.words ?? '';
    const [sanitized, came] = [verdicts.get(`made-${i}`), verdicts.get(`came-${i}`)];
    if (sanitized === undefined || came === undefined) continue;
    assert.deepEqual([sanitized.fixedPoint, sanitized.note], [true, '']);
    assert.deepEqual([came.fixedPoint, came.note], [words === '', words], `${form} ${input.slice(0, 200)}`);
  }
});

test('page and command say the same of logs that are broken', async (t) => {
  // As files: what is pasted has been text already.
  const encoder = new TextEncoder();
  const mutants = Array.from({ length: 64 }, (_, i) => captureMutant(5, i).input).map((input) =>
    typeof input === 'string' ? encoder.encode(input) : input,
  );
  const { page } = await open(t);
  const said = await askWorker(
    page,
    mutants.map((input) => ({ input: [...input], direction: 'outgoing' })),
  );
  const root = await tempFolder(t, {});
  const codes = new Set<number>();
  for (const [i, input] of mutants.entries()) {
    const { found } = said[i] as Said;
    await writeFile(join(root, `${i}.log`), input);
    const io = testIo({ cwd: root });
    const args = ['sanitize', `${i}.log`, '--spec', FIXTURE, '--format', 'json'];
    codes.add(await guarded(captureMain, args, io));
    const { problems, skipped, refused, stanzas } = JSON.parse(io.stdout());
    const places = (list: readonly { line: number; column: number }[]): string[] =>
      list.map(({ line, column }) => `${line}:${column}`);
    assert.deepEqual(
      {
        problems: found.problems,
        skipped: found.skipped,
        refused: places(found.stanzas.filter((one) => one.refused !== undefined)),
        stanzas: places(found.stanzas.filter((one) => one.refused === undefined)),
      },
      { problems, skipped, refused: places(refused), stanzas: places(stanzas) },
      Buffer.from(input).toString('latin1', 0, 400),
    );
  }
  assert.deepEqual([...codes].sort(), [0, 1]);
});

test('under the headers that hosts are given, bytes are decoded', async (t) => {
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

test('where a host forbids the decoder, bytes are sent to the command, and text is read all the same', async (t) => {
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
  await page.getByRole('status').getByText('does not run the decoder').waitFor();
  await page.getByText('npm run capture -- check FILE').first().waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await paste(page, JSON.stringify(NODE));
  await annotated(page).waitFor();
});

for (const path of ['/report/', '/contribute/']) {
  test(`${path}: nothing for axe to find, nothing wider than a phone`, async (t) => {
    const { page } = await open(t, { viewport: NARROW, bypassCSP: true });
    await page.goto(served.origin + path);
    assert.deepEqual(await axe(page), []);
  });
}
