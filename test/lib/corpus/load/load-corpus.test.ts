import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type Loaded, loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import type { FilePort } from '../../../../lib/corpus/ports/file-port.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { KIND_NAMES, KINDS } from '../../../../lib/schema/kinds.ts';
import { MAX_BYTES } from '../../../../lib/source/decode.ts';
import fc from '../../../helpers/fast-check.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { ENUM, found } from './found.ts';

const load = (files: Readonly<Record<string, string | Uint8Array>>, name?: string): Loaded =>
  loadCorpus(memoryFiles(files, name));

describe('loadCorpus', () => {
  test('only stanzas/ is needed', () => {
    const { corpus, findings, texts } = load({ 'stanzas/a.yaml': minimalStanza('a') });
    assert.deepEqual(findings, []);
    assert.deepEqual([...corpus.definitions.stanza.keys()], ['a']);
    assert.deepEqual([...corpus.absent].sort(), KIND_NAMES.filter((kind) => kind !== 'stanza').sort());
    // The version is the latest that a definition names.
    assert.deepEqual(corpus.spec, { title: 'Stanza catalog', version: '1.0.0' });
    assert.deepEqual([...texts], [['spec/stanzas/a.yaml', minimalStanza('a')]]);
    assert.equal(corpus.techniques.get('frida-hooking')?.channel, 'runtime');
  });

  test('without stanzas/ there is an error, and the rest is read', () => {
    const loaded = load({ 'enums/e.yaml': ENUM });
    assert.deepEqual(found(loaded), ['spec/stanzas:1:1 file/missing-folder']);
    assert.ok(loaded.corpus.definitions.enum.has('e'));
    assert.deepEqual(found(load({})), ['spec/stanzas:1:1 file/missing-folder']);
    assert.deepEqual(found(load({}, '')), ['stanzas:1:1 file/missing-folder']);
  });

  test('every kind is read from its place', () => {
    const samples = KIND_NAMES.map((kind) => {
      const text = readFileSync(new URL(`../../../schema/${kind}.valid.yaml`, import.meta.url), 'utf8');
      const { at } = KINDS[kind];
      return ['folders' in at ? `${at.folders[0]}/${/^id: (.+)$/m.exec(text)?.[1]}.yaml` : at.file, text];
    });
    const { corpus, findings } = load(Object.fromEntries(samples));
    assert.deepEqual(findings, []);
    assert.deepEqual([...corpus.absent], []);
    for (const kind of KIND_NAMES) assert.equal(corpus.definitions[kind].size, 1, kind);
    assert.equal(corpus.spec.title, 'A spec');
    assert.deepEqual([...corpus.techniques.keys()], ['websocket-capture'], 'only what is in the folder');
  });

  test('both .yml and .yaml are read', () => {
    const { corpus, findings } = load({ 'stanzas/a.yml': minimalStanza('a'), 'enums/e.yml': ENUM });
    assert.deepEqual(findings, []);
    assert.ok(corpus.definitions.stanza.has('a') && corpus.definitions.enum.has('e'));
  });

  test('every finding of every file in one run, in order', () => {
    const loaded = load({
      'stanzas/b.yaml': 'id: b\nid: c\nzzz: &x 1\n',
      'stanzas/a.yaml': minimalStanza('a', 'zzz: 1\nattributes: [{name: x}]\n'),
      'stanzas/good.yaml': minimalStanza('good'),
      'enums/e.yaml': '\0',
      'spec.yaml': 'title: T\nversion: 1.10\n',
      'glossary.yaml': '',
      'unknown/x.yaml': 'a',
    });
    assert.deepEqual(found(loaded), [
      'spec/enums/e.yaml:1:1 yaml/control-character',
      'spec/glossary.yaml:1:1 yaml/empty',
      'spec/spec.yaml:2:10 schema/unquoted',
      'spec/stanzas/a.yaml:9:1 schema/unknown-key',
      'spec/stanzas/a.yaml:10:14 schema/missing-key',
      'spec/stanzas/b.yaml:1:1 schema/missing-key',
      'spec/stanzas/b.yaml:2:1 yaml/duplicate-key',
      'spec/stanzas/b.yaml:3:1 schema/unknown-key',
      'spec/stanzas/b.yaml:3:6 yaml/anchor',
      'spec/unknown:1:1 file/unknown-folder',
    ]);
    const paths = loaded.findings.map(({ path }) => path);
    assert.deepEqual(paths, [...['e', 'glossary', 'spec', 'a', 'a:@x'], ...Array<string>(4).fill('b'), '']);
    assert.deepEqual([...loaded.corpus.definitions.stanza.keys()], ['good']);
    assert.deepEqual([...(loaded.corpus.broken.get('stanza') ?? [])].sort(), ['a', 'b']);
    assert.deepEqual([...(loaded.corpus.broken.get('enum') ?? [])], ['e']);
    assert.ok(loaded.texts.has('spec/stanzas/b.yaml') && loaded.texts.has('spec/stanzas/a.yaml'));
  });

  test('unquoted values of the wire are taken as spelled, and that is said', () => {
    const more =
      'attributes: [{name: x, type: int, confidence: unknown, description: D., observed_values: [1.10, true, 0x1F]}]\nchildren: [{tag: t, occurrence: 1, confidence: unknown, description: D.}]\n';
    const loaded = load({ 'stanzas/a.yaml': minimalStanza('a', more) });
    assert.deepEqual(
      loaded.findings.map(({ code, level, path }) => `${level} ${code} ${path}`),
      [
        'note schema/unquoted-value a:@x',
        'note schema/unquoted-value a:@x',
        'note schema/unquoted-value a:@x',
        'note schema/unquoted-value a:t',
      ],
    );
    const { attributes, children } = loaded.corpus.definitions.stanza.get('a')?.data ?? {};
    assert.deepEqual(attributes?.[0]?.observed_values, ['1.10', 'true', '0x1F']);
    assert.equal(children?.[0]?.occurrence, '1');
    const version = minimalStanza('a').replace("'1.0.0'", '1.10');
    const broken = load({ 'stanzas/a.yaml': version });
    assert.deepEqual(found(broken), ['spec/stanzas/a.yaml:7:15 schema/unquoted']);
    assert.match(broken.findings[0]?.hint ?? '', /'1\.10'/);
  });

  test('unknown folders and files are notes; what is misspelled is a warning', () => {
    const loaded = load({
      'stanzas/a.yaml': minimalStanza('a'),
      'norms/x.yaml': 'a',
      'extra.yaml': 'a',
      'README.md': 'a',
      '.git/config': 'a',
      '.hidden.yaml': 'a',
      'schema/x.json': '{}',
      'releases/1.json': '{}',
      'stanzas/.hidden.yaml': ':',
      'stanzas/README.md': 'a',
      'stanzas/B.YAML': 'a',
      'stanzas/c.json': '{}',
      'stanzas/deeper/d.yaml': 'a',
    });
    assert.deepEqual(found(loaded), [
      'spec/extra.yaml:1:1 file/unknown-folder',
      'spec/norms:1:1 file/unknown-folder',
      'spec/stanzas/B.YAML:1:1 file/near-name',
      'spec/stanzas/c.json:1:1 file/unknown-folder',
      'spec/stanzas/deeper:1:1 file/unknown-folder',
    ]);
    assert.deepEqual(
      loaded.findings.filter(({ level }) => level !== 'note').map(({ hint }) => hint),
      ['Did you mean stanzas/B.yaml?'],
    );
    assert.deepEqual([...loaded.corpus.broken], []);
  });

  test('one id for one thing, whatever the case of its letters and the end of its file name', () => {
    const loaded = load({
      'stanzas/call-a.yaml': minimalStanza('call-a'),
      'stanzas/Call-A.yaml': minimalStanza('Call-A'),
      'stanzas/b.yaml': minimalStanza('b'),
      'stanzas/b.yml': minimalStanza('b'),
      'enums/e.yaml': ENUM,
      'stanzas/e.yaml': minimalStanza('e'),
    });
    assert.deepEqual(found(loaded), [
      'spec/stanzas/b.yml:1:5 id/duplicate',
      'spec/stanzas/call-a.yaml:1:5 id/duplicate',
    ]);
    assert.match(loaded.findings[0]?.message ?? '', /spec\/stanzas\/b\.yaml/);
    assert.equal(loaded.corpus.definitions.stanza.get('b')?.source.file, 'spec/stanzas/b.yaml');
  });

  test('a file that is too large is not read', () => {
    const port = memoryFiles({ 'stanzas/a.yaml': new Uint8Array(MAX_BYTES + 1) });
    const loaded = loadCorpus({
      ...port,
      read: () => {
        throw new Error('read');
      },
    });
    assert.deepEqual(found(loaded), ['spec/stanzas/a.yaml:1:1 yaml/too-large']);
  });

  test('unreadable files are reported', () => {
    const port = memoryFiles({
      'stanzas/a.yaml': 'x',
      'stanzas/b.yaml': minimalStanza('b'),
      'enums/e.yaml': ENUM,
    });
    const failing: FilePort = {
      ...port,
      list: (folder) => {
        if (folder === 'enums') throw Object.assign(new Error('no'), { code: 'EACCES' });
        return port.list(folder);
      },
      read: (path) => {
        if (path === 'stanzas/a.yaml') throw new Error('the disk is on fire');
        return port.read(path);
      },
    };
    const loaded = loadCorpus(failing);
    assert.deepEqual(found(loaded), [
      'spec/enums:1:1 file/unreadable',
      'spec/stanzas/a.yaml:1:1 file/unreadable',
    ]);
    assert.match(loaded.findings[0]?.message ?? '', /EACCES/);
    assert.match(loaded.findings[1]?.message ?? '', /on fire/);
    assert.ok(loaded.corpus.definitions.stanza.has('b'));
    assert.ok(!loaded.corpus.absent.has('enum'), 'a folder that is there is not absent');
  });

  test('the result is frozen', () => {
    const more =
      'attributes: [{name: x, type: "enum:e", confidence: unknown, description: D.}]\nopen_questions: [Why?]\n';
    const { corpus } = load({ 'stanzas/a.yaml': minimalStanza('a', more), 'enums/e.yaml': ENUM });
    const writes: ((all: never) => void)[] = [
      (all: { spec: unknown }) => (all.spec = {}),
      (all: { spec: { title: string } }) => (all.spec.title = 'x'),
      (all: { facts: unknown[] }) => all.facts.push(1),
      (all: { facts: { path: string }[] }) => ((all.facts[0] as { path: string }).path = 'x'),
      (all: { questions: { text: string }[] }) => ((all.questions[0] as { text: string }).text = 'x'),
      (all: { definitions: { stanza: Map<string, { data: { tag: string } }> } }) =>
        ((all.definitions.stanza.get('a') as { data: { tag: string } }).data.tag = 'x'),
      (all: { definitions: { stanza: Map<string, { data: { direction: string[] } }> } }) =>
        all.definitions.stanza.get('a')?.data.direction.push('x'),
      (all: { usesOfEnum: Map<string, unknown[]> }) => all.usesOfEnum.get('e')?.pop(),
    ];
    for (const write of writes) assert.throws(() => write(corpus as never), TypeError, String(write));
  });

  test('the order in which a port lists its files does not matter', () => {
    const names = [
      'stanzas/b.yaml',
      'stanzas/a.yaml',
      'stanzas/B.yaml',
      'enums/e.yaml',
      'zzz/x',
      'stanzas/c.yaml',
    ];
    const contents = (path: string): string =>
      path === 'enums/e.yaml'
        ? ENUM
        : path.endsWith('c.yaml')
          ? 'id: c\n'
          : minimalStanza(
              path.slice(8, -5),
              'attributes: [{name: x, type: int, confidence: unknown, description: D.}]\n',
            );
    const outcome = (order: readonly string[]): unknown => {
      const { corpus, findings } = load(Object.fromEntries(order.map((path) => [path, contents(path)])));
      return { findings, facts: corpus.facts, ids: [...corpus.definitions.stanza.keys()] };
    };
    const expected = outcome(names);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        assert.deepEqual(outcome(order), expected);
      }),
      { numRuns: 30 },
    );
  });
});
