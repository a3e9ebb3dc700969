import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFiles } from '../../lib/node/node-files.ts';
import { validateSpec } from '../../lib/rules/validate-spec.ts';
import { KINDS, PAGE_KINDS } from '../../lib/schema/kinds.ts';
import { guarded } from '../../scripts/cli/run-command.ts';
import { newEntry } from '../../scripts/new-entry.ts';
import { minimalStanza, tempFolder } from '../helpers/temp-spec.ts';
import { testIo } from '../helpers/test-io.ts';

async function run(cwd: string, args: readonly string[]) {
  const io = testIo({ cwd });
  const code = await guarded(newEntry, args, io);
  return { code, stdout: io.stdout(), stderr: io.stderr() };
}

const findings = (root: string) => validateSpec(nodeFiles(join(root, 'spec'), 'spec')).findings;

test('a skeleton of every kind validates, and the command prints its file', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  for (const kind of PAGE_KINDS) {
    const [folder = '', ...others] = KINDS[kind].at.folders;
    const which = others.length === 0 ? [] : ['--folder', folder];
    const { code, stdout, stderr } = await run(root, [kind, `my-${kind}`, ...which]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`^spec/\\w+/my-${kind}\\.yaml\n$`));
  }
  // What is to be filled in is said, that nothing uses a new node yet, and nothing else.
  const left = findings(root);
  assert.deepEqual([...new Set(left.map(({ code }) => code))].sort(), ['node/unused', 'text/placeholder']);
  assert.ok(left.length >= PAGE_KINDS.length - 1);
});

test('an id that could not be stored, or is taken in another case, is refused', async (t) => {
  const root = await tempFolder(t, {
    'spec/stanzas/ping.yaml': minimalStanza('ping'),
    'spec/enums/Colors.yaml': 'id: Colors\n',
  });
  for (const id of ['nul', 'con', 'aux', 'prn', 'com1', 'lpt9', 'index', 'colors']) {
    const { code, stdout, stderr } = await run(root, ['enum', id]);
    assert.deepEqual([code, stdout], [2, ''], id);
    assert.match(stderr, /cannot be an id: |the same address/, id);
  }
});

test('a type with the id of a built-in one is refused, with what to do', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const { code, stdout, stderr } = await run(root, ['type', 'jid']);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /jid is a built-in type.*choose another id.*'base: jid'/);
  assert.equal((await run(root, ['enum', 'jid'])).code, 0);
});

test('skeletons with attributes name the types of the spec', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  for (const kind of ['stanza', 'node']) {
    const { stdout } = await run(root, [kind, 'pong']);
    const text = await readFile(join(root, stdout.trim()), 'utf8');
    assert.match(text, /type: .*, timestamp, the id of a type, or enum:<id>$/m, kind);
  }
});

test('an id that YAML would read as something else is written in quotes', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  for (const id of ['null', 'true', '12', '1e5', '0x1f']) {
    assert.equal((await run(root, ['enum', id])).code, 0, id);
  }
  assert.deepEqual(
    findings(root).filter(({ code }) => code !== 'text/placeholder'),
    [],
  );
});

test('an existing file is never overwritten', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const { code, stderr } = await run(root, ['stanza', 'ping']);
  assert.equal(code, 2);
  assert.match(stderr, /ping\.yaml already exists/);
  assert.equal(await readFile(join(root, 'spec/stanzas/ping.yaml'), 'utf8'), minimalStanza('ping'));
});

test('an invalid kind or id is an error with a suggestion', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  assert.match((await run(root, ['stanzza', 'x'])).stderr, /Did you mean stanza\?/);
  for (const id of ['../x', 'a/b', 'Big', '', '-x', 'x'.repeat(81)]) {
    assert.equal((await run(root, ['stanza', id])).code, 2, id);
  }
  assert.equal((await run(root, [])).code, 2);
});

test('a person keeps their name, and gets its lower-case form as id', async (t) => {
  const root = await tempFolder(t, { 'spec/stanzas/ping.yaml': minimalStanza('ping') });
  const { code, stdout, stderr } = await run(root, ['contributor', 'Mona-Lisa_acme']);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, 'spec/contributors/mona-lisa-acme.yaml\n');
  const text = await readFile(join(root, stdout.trim()), 'utf8');
  assert.match(text, /\nid: 'mona-lisa-acme'\nname: 'Mona-Lisa_acme'\n/);
  assert.deepEqual(findings(root), []);
  assert.equal((await run(root, ['contributor', 'mona-lisa-acme'])).code, 2);
  assert.equal((await run(root, ['contributor', '../Mona'])).code, 2);
  assert.match((await run(root, ['stanza', 'Call_Offer'])).stderr, /such as call-offer\./);
});

test('a new spec validates, and is not created twice', async (t) => {
  const root = await tempFolder(t, {});
  assert.equal((await run(root, ['spec', 'spec'])).code, 0);
  const places = findings(root).map(({ code, file, line }) => `${code} ${file}:${line}`);
  assert.deepEqual(places, [
    'text/placeholder spec/spec.yaml:6',
    'text/placeholder spec/stanzas/first-stanza.yaml:3',
    'text/placeholder spec/stanzas/first-stanza.yaml:9',
  ]);
  await writeFile(join(root, 'spec/spec.yaml'), 'title: Mine\nversion: 1.0.0\n');
  assert.equal((await run(root, ['spec', 'spec'])).code, 2);
  assert.equal(await readFile(join(root, 'spec/spec.yaml'), 'utf8'), 'title: Mine\nversion: 1.0.0\n');
});

test('the skeleton of a stanza names the phases of the spec', async (t) => {
  const root = await tempFolder(t, {
    'spec/spec.yaml':
      "title: A spec\nversion: '1.0.0'\npolicy: strict\nphases: [{ id: one, title: One }, { id: two, title: Two }]\n",
    'spec/stanzas/ping.yaml': `${minimalStanza('ping')}\nphase: two\n`,
  });
  const { stdout } = await run(root, ['stanza', 'pong']);
  assert.match(await readFile(join(root, stdout.trim()), 'utf8'), /^phase: one # or two$/m);
  assert.ok(!findings(root).some(({ code }) => code.startsWith('phase/')));
});
