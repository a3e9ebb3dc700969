import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import { nodeFiles } from '../../../lib/node/node-files.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';
import { ENUM, found } from '../corpus/load/found.ts';

describe('nodeFiles', () => {
  function folder(t: TestContext, files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), 'stanza-catalog-'));
    t.after(() => rmSync(root, { recursive: true, force: true }));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  test('files and folders of a folder', (t) => {
    const root = folder(t, { 'stanzas/a.yaml': minimalStanza('a'), 'enums/e.yaml': ENUM });
    const loaded = loadCorpus(nodeFiles(root, 'my/spec'));
    assert.deepEqual(loaded.findings, []);
    assert.deepEqual([...loaded.texts.keys()].sort(), ['my/spec/enums/e.yaml', 'my/spec/stanzas/a.yaml']);
    assert.equal(nodeFiles(root, 'x').list('zzz'), undefined);
    assert.equal(nodeFiles(root, 'x').list('stanzas/a.yaml'), undefined, 'a file is no folder');
    assert.equal(nodeFiles(join(root, 'zzz'), 'x').list(''), undefined);
  });

  test('links stay inside', (t) => {
    const outside = folder(t, { 'secret.yaml': minimalStanza('secret'), 'enums/e.yaml': ENUM });
    const root = folder(t, { 'stanzas/a.yaml': minimalStanza('a'), 'other/b.yaml': minimalStanza('b') });
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'stanzas/secret.yaml'));
    symlinkSync(join(root, 'zzz'), join(root, 'stanzas/broken.yaml'));
    symlinkSync('loop.yaml', join(root, 'stanzas/loop.yaml'));
    symlinkSync('../other/b.yaml', join(root, 'stanzas/b.yaml'));
    symlinkSync(join(outside, 'enums'), join(root, 'enums'));
    symlinkSync('zzz', join(root, 'flows'));
    const loaded = loadCorpus(nodeFiles(root, 'spec'));
    assert.deepEqual(found(loaded), [
      'spec/enums:1:1 file/outside',
      'spec/flows:1:1 file/unreadable',
      'spec/other:1:1 file/unknown-folder',
      'spec/stanzas/broken.yaml:1:1 file/unreadable',
      'spec/stanzas/loop.yaml:1:1 file/unreadable',
      'spec/stanzas/secret.yaml:1:1 file/outside',
    ]);
    assert.match(loaded.findings[1]?.message ?? '', /a link that leads nowhere/);
    assert.deepEqual([...loaded.corpus.definitions.stanza.keys()], ['a', 'b']);
    assert.deepEqual([...loaded.texts.keys()].sort(), ['spec/stanzas/a.yaml', 'spec/stanzas/b.yaml']);
    assert.throws(() => nodeFiles(root, 'spec').list('enums'), /outside/);
  });

  test('a spec folder that is itself a link', (t) => {
    const real = folder(t, { 'stanzas/a.yaml': minimalStanza('a') });
    const place = folder(t, {});
    symlinkSync(real, join(place, 'spec'));
    const loaded = loadCorpus(nodeFiles(join(place, 'spec'), 'spec'));
    assert.deepEqual(loaded.findings, []);
    assert.ok(loaded.corpus.definitions.stanza.has('a'));
  });

  test('special files, and missing permissions', (t) => {
    const root = folder(t, { 'stanzas/a.yaml': minimalStanza('a'), 'stanzas/b.yaml/x': 'x' });
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(join(root, 'stanzas/a.yaml'), 0);
    assert.deepEqual(found(loadCorpus(nodeFiles(root, 'spec'))), [
      ...(isRoot ? [] : ['spec/stanzas/a.yaml:1:1 file/unreadable']),
      'spec/stanzas/b.yaml:1:1 file/unreadable',
    ]);
  });
});
