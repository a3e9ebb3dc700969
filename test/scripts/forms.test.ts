import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { captureFormFields } from '../../lib/issue-form/capture-form.ts';
import { PROJECT_ROOT } from '../../lib/node/process/project-root.ts';
import { forms } from '../../scripts/forms.ts';
import { sharedNode } from '../cases/texts.ts';
import { FIXTURE_CORPUS } from '../helpers/fixture-spec.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

const FOLDER = join(PROJECT_ROOT, '.github/ISSUE_TEMPLATE');

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: {
    readonly label?: string;
    readonly value?: string;
    readonly options?: readonly unknown[];
    readonly default?: number;
  };
  readonly validations?: { readonly required?: boolean };
}
const bodyOf = (name: string): readonly Element[] =>
  (parse(readFileSync(join(FOLDER, name), 'utf8')) as { body: Element[] }).body;
const FORMS = readdirSync(FOLDER).filter((name) => name !== 'config.yml');

async function run(cwd: string, args: readonly string[]) {
  const io = testIo({ cwd });
  const code = await forms(args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

test('every form starts by asking for a sanitized log', () => {
  for (const name of FORMS) {
    const [first] = bodyOf(name);
    assert.equal(first?.type, 'markdown', name);
    const [line = ''] = (first?.attributes.value ?? '').split('\n');
    assert.match(line, /sanitized result of the \[workbench\]\(https:[^)]*\/workbench\/\)/);
    assert.match(line, /npm run capture -- sanitize/);
    assert.match(line, /not a raw log/);
  }
});

test('no dropdown has a default, and GitHub accepts each', () => {
  for (const name of FORMS) {
    const elements = bodyOf(name);
    const ids = elements.flatMap(({ id }) => id ?? []);
    assert.equal(new Set(ids).size, ids.length, `${name}: ids are unique`);
    for (const { type, id, attributes, validations } of elements) {
      if (type !== 'dropdown') continue;
      const options = attributes.options ?? [];
      assert.equal(attributes.default, undefined, id);
      assert.equal(validations?.required, true, id);
      assert.ok(
        options.every((option) => typeof option === 'string' && option !== 'None'),
        id,
      );
      assert.equal(new Set(options).size, options.length, id);
    }
  }
});

test('the form for captures has the headings that the parser expects, in order', () => {
  const shown = bodyOf('capture.yml').filter(({ type }) => type !== 'markdown');
  assert.deepEqual(
    shown.map(({ id, attributes }) => [id, attributes.label]),
    captureFormFields(FIXTURE_CORPUS).map(({ id, label }) => [id, label]),
  );
});

test('a new stanza makes the forms outdated; the command updates them and nothing else', async (t) => {
  const form = `name: x
body:
  # generated: definition
  # end
  - type: input # mine
`;
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
    'spec/stanzas/true.yaml': minimalStanza("'true'").replace('display_name: ', 'display_name: x'),
    'spec/nodes/te.yaml': sharedNode(),
    '.github/ISSUE_TEMPLATE/x.yml': form,
  });
  const stale = await run(root, ['--check']);
  assert.equal(stale.code, 1);
  assert.match(
    stale.stderr,
    /x\.yml is out of date: its options differ from the spec\. Update it: npm run forms/,
  );
  assert.equal((await run(root, [])).stdout, '.github/ISSUE_TEMPLATE/x.yml\n');
  const text = await readFile(join(root, '.github/ISSUE_TEMPLATE/x.yml'), 'utf8');
  assert.ok(text.endsWith('  # end\n  - type: input # mine\n'));
  assert.deepEqual((parse(text) as { body: Element[] }).body[0]?.attributes.options, [
    'ping',
    'true',
    'node/te',
    'somewhere else',
  ]);
  assert.equal((await run(root, ['--check'])).code, 0);
});
