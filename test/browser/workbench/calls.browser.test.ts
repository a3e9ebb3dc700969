import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import { callDiagnosis } from '../../../site/components/call/call-diagnosis.ts';
import { elementHtml } from '../../../site/html/element-html.ts';
import { markupOf } from '../../../site/html/html.ts';
import { CallSession } from '../../../site/scripts/workbench/call/call-session.ts';
import type { CallView } from '../../../site/scripts/workbench/messages/call-view.ts';
import { FIXTURE_CORPUS as corpus } from '../../helpers/fixture-spec.ts';
import { NARROW, open, paste, WIDE } from './workbench.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A made-up call that is answered, from the log of the called device. */
const ANSWERED = await readFile(join(import.meta.dirname, '../../fixtures/whole-call.log'), 'utf8');
/** The same without the preaccept. */
const DEPARTING = ANSWERED.split('\n')
  .filter((line) => !/<preaccept|type="preaccept"/.test(line))
  .join('\n');
/** The same as another call, an hour later. */
const LATER = DEPARTING.replace(/^09:/gm, '10:')
  .replaceAll('00C0FFEE00C0FFEE', '00DECADE00DECADE')
  .replace(/ id="([AF][0-9A-F]+)"/g, ' id="B$1"');
/** The call as the other side has it, without what is only between the server and one device. */
const OTHER_SIDE = DEPARTING.split('\n')
  .filter((line) => !/<(?:ack|receipt)/.test(line))
  .map((line) =>
    line.includes('/Recv ')
      ? line.replace('/Recv ', '/Send ').replace(' from=', ' to=')
      : line.replace('/Send ', '/Recv ').replace(' to=', ' from='),
  )
  .join('\n');

const calls = (page: Page) => page.getByRole('region', { name: 'The calls' });
const folds = (page: Page) => calls(page).locator('details.one-call');
const first = (page: Page) => folds(page).first();

test('a log says in words where its call departs, who knows that, and shows it in its flow', async (t) => {
  const { page, wrong } = await open(t);
  await paste(page, DEPARTING);
  await first(page).locator('.sequence').waitFor();
  const summary = await first(page).locator('> summary').textContent();
  assert.match(
    summary ?? '',
    /^Call 1 of 1, seen by the callee device: Departs at line \d+: “preaccept” was to be sent/,
  );
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /^1 call\. Departs at line /);
  const words = (await first(page).locator('.departure').first().innerText()).replace(/\s+/g, ' ');
  assert.match(
    words,
    /Expected “preaccept” was to be sent .* (?:confirmed|probable) The log line \d+: .* Known from outgoing-1to1-audio, step 6/,
  );
  const row = first(page).getByRole('listitem').filter({ hasText: 'The call departs here.' });
  assert.match((await row.innerText()).replace(/\s+/g, ' '), /preaccept .*missing/);
  const known = first(page)
    .locator('.departure')
    .first()
    .getByRole('link', { name: /step 6/ });
  assert.equal(await known.getAttribute('href'), '/flows/outgoing-1to1-audio/#step-6');
  // Each step is on the page of its flow.
  const addresses = await first(page)
    .locator('a.number')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  assert.ok(addresses.length > 3);
  const other = await page.context().newPage();
  for (const address of new Set(addresses)) {
    await other.goto(address);
    assert.equal(await other.locator(':target').count(), 1, address);
  }
  assert.deepEqual(wrong, []);
});

test('the page draws a call as a build does', async (t) => {
  const { page } = await open(t);
  await paste(page, DEPARTING);
  await first(page).locator('.sequence').waitFor();
  const views: CallView[] = [];
  const session = new CallSession(corpus, '/', '', (response) => {
    if (response.kind === 'diagnosed') views.push(response.view);
  });
  session.read(reviewStanzas(parse(DEPARTING), corpus));
  session.diagnose(0, {});
  const [side] = views[0]?.sides ?? [];
  if (side === undefined) throw new Error('no view');
  const built = markupOf(elementHtml(callDiagnosis(side.view, true)));
  const [drawn, expected] = await page.evaluate((html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const markup = (element: Element | null): string => element?.outerHTML ?? '';
    return [markup(document.querySelector('.diagnosis')), markup(template.content.firstElementChild)];
  }, built);
  assert.equal(drawn, expected);
});

test('several calls are each in a fold, which is drawn when it is opened with the keyboard', async (t) => {
  const { page } = await open(t);
  await paste(page, `${DEPARTING}\n${LATER}`);
  await first(page).locator('.sequence').waitFor();
  assert.equal(await folds(page).count(), 2);
  const second = folds(page).nth(1);
  assert.match((await second.locator('> summary').textContent()) ?? '', /^Call 2 of 2/);
  assert.equal(await second.locator('.sequence').count(), 0);
  await second.locator('> summary').focus();
  await page.keyboard.press('Enter');
  await second.locator('.sequence').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SELECT');
});

test('what the reader says about a call changes what it is compared with', async (t) => {
  const { page } = await open(t);
  await paste(page, DEPARTING);
  const flow = first(page).getByLabel('Compare with');
  await flow.waitFor();
  await flow.selectOption({ label: 'Call rejected' });
  await first(page).getByText('Compared with the flow Call rejected').waitFor();
  assert.equal(await flow.inputValue(), 'call-rejected');
  await flow.selectOption('');
  await first(page).getByText('Compared with the flow Call rejected').waitFor({ state: 'detached' });
  const observer = first(page).getByLabel('This log is of');
  await observer.selectOption('caller');
  await first(page).locator('> summary').getByText('seen by the caller').waitFor();
});

test('the log of the other side is compared with it, by the id of the call', async (t) => {
  const { page, wrong } = await open(t);
  await paste(page, DEPARTING);
  await first(page).locator('.sequence').waitFor();
  await calls(page).getByText('Add the log of the other side').click();
  await calls(page).getByRole('button', { name: 'Compare both sides' }).click();
  await page.getByText('Paste the other log first.').waitFor();
  await calls(page)
    .getByRole('textbox', { name: /other side/ })
    .fill(OTHER_SIDE);
  await calls(page).getByRole('button', { name: 'Compare both sides' }).click();
  await first(page).locator('> summary').getByText('Call 1 of 1, seen from both sides').waitFor();
  await first(page).getByRole('heading', { name: 'Both sides' }).waitFor();
  assert.equal(await first(page).locator('.sequence').count(), 2);
  await first(page).getByRole('heading', { name: 'Seen by the caller' }).waitFor();
  assert.deepEqual(wrong, []);
});

test('a call is copied for an issue, without personal data', async (t) => {
  const { page } = await open(t);
  await paste(page, DEPARTING);
  await first(page).getByRole('button', { name: 'Copy for an issue' }).click();
  await first(page).getByRole('button', { name: 'Copied' }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^### Call 1 of 1/);
  assert.match(text, /preaccept/);
  assert.doesNotMatch(text, /99900000000001|C0FFEE|15550100101|Test One/);
});

test('a log without a call has no calls, and the next log leaves nothing of the last', async (t) => {
  const { page } = await open(t);
  await paste(page, DEPARTING);
  await first(page).locator('.sequence').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await calls(page).count(), 0);
  await paste(page, '<call from="A@lid" id="1"><terminate call-id="2" call-creator="A@lid"/></call>');
  await page.getByText('1 stanza').first().waitFor();
  assert.equal(await calls(page).count(), 0);
});

for (const { viewport, colorScheme } of [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: { width: 820, height: 900 }, colorScheme: 'dark' },
  { viewport: NARROW, colorScheme: 'light' },
] as const) {
  test(`${viewport.width} px, ${colorScheme}: nothing is too wide, and axe finds nothing`, async (t) => {
    const { page } = await open(t, { viewport, colorScheme, bypassCSP: true });
    await paste(page, DEPARTING);
    await first(page).locator('.sequence').waitFor();
    for (const fold of await first(page).locator('details.fold').all())
      await fold.evaluate((one) => one.setAttribute('open', ''));
    await page.addScriptTag({ path: AXE });
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (
            of: object,
            o: object,
          ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
        };
      };
      const { violations } = await axe.run(
        { include: ['workbench-app'] },
        { resultTypes: ['violations'], iframes: false },
      );
      const wide = document.documentElement.scrollWidth - innerWidth;
      return [
        ...violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id} at ${target}`)),
        ...(wide > 0 ? [`${wide} px too wide`] : []),
      ];
    });
    assert.deepEqual(found, []);
  });
}
