import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { loadBinaryDecoder } from '../../../lib/capture/decode/load-binary-decoder.ts';
import { captureFormFields } from '../../../lib/issue-form/capture-form.ts';
import { captureFromForm } from '../../../lib/issue-form/capture-from-form.ts';
import { sha256 } from '../../../lib/node/cache/sha256.ts';
import { FIXTURE_CORPUS as corpus, FIXTURE_FILES } from '../../helpers/fixture-spec.ts';
import { choose, offered, open, paste, unfold } from './workbench.ts';

const callAt = (hour: string, id: string, account: string): string =>
  [
    `${hour}:00:00.000 rx <call from="${account}@lid" id="${id}-1" t="1772359200"><offer call-id="${id}0A0B0C0D" call-creator="${account}:3@lid"/></call>`,
    `${hour}:00:00.200 tx <ack to="${account}@lid" id="${id}-1" class="call" type="offer"/>`,
    `${hour}:00:05.000 rx <call from="${account}@lid" id="${id}-2" t="1772359205"><terminate call-id="${id}0A0B0C0D" call-creator="${account}:3@lid" reason="timeout"/></call>`,
  ].join('\n');
const LOG = `${callAt('10', 'AAAA', '100000000000001')}\n${callAt('11', 'BBBB', '100000000000002')}`;
const PERSONAL = /1000000000000|AAAA|BBBB/;

test('a call of a log is picked, and becomes one hand-in, as a file and as the text of the form', async (t) => {
  const { page, wrong } = await open(t);
  await choose(page);
  await paste(page, LOG);
  await unfold(page);
  const picks = page.getByRole('group', { name: 'What do you submit?' }).getByRole('radio');
  await picks.first().waitFor();
  assert.deepEqual(await page.locator('[data-part="picks"] label').allTextContents(), [
    'Call 1: 3 stanzas, 10:00:00 to 10:00:05, seen by the callee, from call-offer to call-terminate',
    'Call 2: 3 stanzas, 11:00:00 to 11:00:05, seen by the callee, from call-offer to call-terminate',
    'Only the stanza that is shown above',
  ]);
  assert.equal(await picks.first().isChecked(), true);
  await picks.nth(1).check();
  await page.getByLabel('Whose side of the call is it?').selectOption('other-device');
  await page.waitForFunction(() =>
    document.querySelector('[data-part="yaml"]')?.textContent?.includes('observer: other-device'),
  );
  const { value } = await offered(page);
  const capture = parseYaml(value ?? '') as { trace: { at: number; direction: string }[]; observer: string };
  assert.deepEqual(
    capture.trace.map(({ at, direction }) => [at, direction]),
    [
      [0, 'incoming'],
      [200, 'outgoing'],
      [5000, 'incoming'],
    ],
  );
  assert.doesNotMatch(value ?? '', PERSONAL);

  // The form makes the same trace of what it is given.
  const href = (await page.getByRole('link', { name: 'Open as an issue' }).getAttribute('href')) ?? '';
  const given = new URL(href).searchParams;
  const body = captureFormFields(corpus)
    .map(
      ({ id, label }) => `### ${label}\n\n${id === 'sure' ? '- [x] yes' : given.get(id) || '_No response_'}`,
    )
    .join('\n\n');
  const made = captureFromForm({ number: 7, author: 'alice', body }, corpus, FIXTURE_FILES, {
    sha256,
    decodeBinary: await loadBinaryDecoder(),
  });
  assert.ok('files' in made, JSON.stringify(made));
  const file = made.files.find(({ path }) => path === 'captures/issue-7.yaml');
  const ofForm = parseYaml(file?.after ?? '') as typeof capture;
  assert.deepEqual([ofForm.trace, ofForm.observer], [capture.trace, 'other-device']);
  assert.deepEqual(made.replaced, []);

  await picks.nth(2).check();
  await page.waitForFunction(() =>
    document.querySelector('[data-part="yaml"]')?.textContent?.includes('raw:'),
  );
  assert.equal(await page.getByLabel('Whose side of the call is it?').isVisible(), false);
  assert.deepEqual(wrong, []);
});
