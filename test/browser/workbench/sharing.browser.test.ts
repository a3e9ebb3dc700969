import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { Page } from 'playwright-core';
import { parse as parseYaml } from 'yaml';
import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { captureFormFields } from '../../../lib/issue-form/capture-form.ts';
import { captureFromForm } from '../../../lib/issue-form/capture-from-form.ts';
import { sha256 } from '../../../lib/node/cache/sha256.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES as FILES } from '../../helpers/fixture-spec.ts';
import { builtSite } from '../../helpers/site/built-site.ts';
import { serve } from '../../helpers/site/serve.ts';
import { draftStanzas } from '../../lib/capture/draft-stanzas.ts';
import {
  annotated,
  choose,
  commandMakes,
  NODE,
  names,
  OPTIONS,
  offered,
  open,
  PERSONAL,
  paste,
  SHARED,
  site,
  unfold,
} from './workbench.ts';

test('an unknown name is shared if the reader checks it, with the same capture as the command', async (t) => {
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

  // The spec needs the same entry that the command would write.
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
    /In spec\/stanzas\/call-terminate\.yaml, among the attributes of <call>:/,
  );

  await box.uncheck();
  await page.waitForFunction(
    (old) => document.querySelector('[data-part="github"]')?.getAttribute('href') === old,
    plain.address,
  );
  assert.equal(await page.locator('[data-part="entries"]').textContent(), '');
  assert.deepEqual(wrong, []);
});

test('the capture has what was checked last, however late the validator comes', async (t) => {
  const slow = await serve(await builtSite(), '/', (path) => (path.endsWith('capture-schema.js') ? 800 : 0));
  t.after(() => slow.close());
  const page = await site.page(t, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${slow.origin}/workbench/`);
  await choose(page);
  await paste(page, inspect(SHARED, { depth: null }));
  const box = names(page).getByRole('checkbox');
  for (const isShared of [true, false, true]) await box.setChecked(isShared);
  await unfold(page);
  await page.locator('[data-part="yaml"]', { hasText: ' newthing="12"' }).waitFor({ timeout: 5000 });
  await page.getByRole('heading', { name: 'Entries to add' }).waitFor({ timeout: 5000 });
});

test('a name that looks personal cannot be shared, and the page explains why', async (t) => {
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

test('an unlisted value is shared if the reader checks it, in the file and in the form', async (t) => {
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
  assert.equal(await part.locator('.verdict').textContent(), 'new');
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
    /In spec\/enums\/terminate-reasons\.yaml, among the values of terminate-reasons:/,
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
  const made = captureFromForm(issue, corpus, FILES, {
    sha256,
    decodeBinary: await loadBinaryDecoder(),
  });
  assert.ok('files' in made, JSON.stringify(made));
  assert.deepEqual(made.replaced, []);
  const file = (path: string) => made.files.find((one) => one.path === path)?.after ?? '';
  const bodyOf = (yaml: string) => (parseYaml(yaml) as { raw: unknown }).raw;
  assert.deepEqual(bodyOf(file('captures/issue-12.yaml')), bodyOf(value ?? ''));
  assert.match(file('enums/terminate-reasons.yaml'), /- value: zebra\n/);

  await page.getByLabel('May it be published?').selectOption('synthetic');
  await page.getByText('it cannot add a new name or value').waitFor();
  assert.deepEqual(wrong, []);
});

test('a value that looks personal cannot be shared, and does not leave the page', async (t) => {
  const { page } = await open(t);
  await choose(page);
  for (const [value, why] of [
    ['4915112345678', /Not shared\. It looks like a phone number\./],
    ['cafe00babe', /Not shared\. It looks like a hexadecimal value\./],
  ] as const) {
    await page.getByRole('button', { name: 'Clear' }).click();
    await paste(page, ended(value));
    const row = values(page).getByRole('row', { name: value });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', why);
    assert.equal(await row.getByRole('checkbox').count(), 0);
    await unfold(page);
    const form = page.getByRole('link', { name: 'Open as an issue' });
    await form.waitFor();
    assert.ok(!(await form.getAttribute('href'))?.includes(value));
    assert.ok(!(await offered(page)).address.includes(value));
  }
});
