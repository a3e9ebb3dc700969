import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionFiles, twinName } from '../../../lib/pages/definition-files.ts';
import { changesPath, definitionAt, pagePath, releasedPagePath } from '../../../lib/pages/page-path.ts';
import { KINDS, PAGE_KINDS } from '../../../lib/schema/kinds.ts';

describe('pagePath', () => {
  it('gives the page of a definition, or the page of a kind that is a single file', () => {
    assert.equal(pagePath('flow', 'one-to-one'), 'flows/one-to-one/');
    assert.equal(pagePath('stanza', 'a b'), 'stanzas/a%20b/');
    assert.equal(pagePath('glossary', 'glossary'), 'glossary/');
    assert.equal(pagePath('ledger', 'ledger'), 'stanzas/');
    assert.equal(pagePath('spec', 'spec'), '');
    assert.equal(pagePath('tombstones', 'tombstones'), undefined);
  });

  it('is unique for each kind, and definitionAt is its inverse', () => {
    assert.equal(new Set(PAGE_KINDS.map((kind) => KINDS[kind].page)).size, PAGE_KINDS.length);
    for (const kind of PAGE_KINDS) assert.deepEqual(definitionAt(pagePath(kind, 'x.y')), { kind, id: 'x.y' });
  });
});

describe('definitionAt', () => {
  it('accepts a path without its slash, and one below a page', () => {
    assert.deepEqual(definitionAt('flows/one-to-one'), { kind: 'flow', id: 'one-to-one' });
    assert.deepEqual(definitionAt('stanzas/ping/sources/'), { kind: 'stanza', id: 'ping' });
  });

  it('finds no definition elsewhere', () => {
    for (const path of ['', 'flows', 'facts/', 'nothing/x', 'v/1.0.0/stanzas/ping/']) {
      assert.equal(definitionAt(path), undefined, path);
    }
  });
});

describe('the pages of releases', () => {
  it('are separate from the current ones', () => {
    assert.equal(changesPath('1.0.0-rc.1'), 'changes/1.0.0-rc.1/');
    assert.equal(releasedPagePath('1.0.0', 'enum', 'colors'), 'v/1.0.0/enums/colors/');
  });
});

describe('definitionFiles', () => {
  it('names the page, its twins, and the types and feeds of a kind that has them', () => {
    assert.deepEqual(definitionFiles('enum', 'colors'), [
      'enums/colors/index.html',
      'enums/colors.json',
      'enums/colors.md',
    ]);
    assert.deepEqual(definitionFiles('stanza', 'ping').slice(3), [
      'stanzas/ping.d.ts',
      'stanzas/ping/feed.xml',
      'stanzas/ping/feed.json',
    ]);
    assert.equal(twinName(''), 'index');
  });
});
