import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameOf } from '../../../../site/model/frame/frame.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';
import { FILES, publicationOf, STANZA } from '../../corpus-of.ts';

const many = (n: number) => {
  const files: Record<string, string> = { ...FILES };
  for (let i = 0; i < n; i++) {
    const id = `end-${String(i).padStart(4, '0')}`;
    files[`stanzas/${id}.yaml`] = STANZA.replace('id: call-end', `id: ${id}`);
  }
  return publicationOf(files);
};
const stanzas = ({ publication, links }: ReturnType<typeof many>, path: string) =>
  frameOf(publication, links, path).groups[0]?.items ?? [];

test('the navigation marks the current page', () => {
  const current = stanzas(many(3), 'stanzas/end-0001/').filter((item) => item.current);
  assert.deepEqual(
    current.map(({ href }) => href),
    ['/base/stanzas/end-0001/'],
  );
});

test('the navigation of a large corpus has the same size on every page, with the current stanza in it', () => {
  const corpus = many(100);
  for (const path of ['', 'stanzas/', 'stanzas/end-0000/', 'stanzas/end-0050/', 'stanzas/end-0099/']) {
    const items = stanzas(corpus, path);
    assert.equal(items.length, 18, path);
    assert.equal(items.at(-1)?.text, 'All 101 stanzas');
    assert.equal(items.filter(({ current }) => current).length, path === '' ? 0 : 1, path);
  }
});

test('the canonical address is given when the origin is known', () => {
  const { publication, links } = publicationOf(FILES);
  assert.equal(frameOf(publication, links, 'enums/').canonical, 'https://example.org/base/enums/');
  assert.equal(frameOf({ ...publication, origin: undefined }, links, '').canonical, undefined);
});

test('a frame takes the same time in a large corpus as in a small one', () => {
  assertGrowsLinearly(100, (n) => {
    const { publication, links } = many(n);
    const paths = [...publication.corpus.definitions.stanza.keys()].map((id) => `stanzas/${id}/`);
    return () => {
      for (let i = 0; i < 5; i++) for (const path of paths) frameOf(publication, links, path);
    };
  });
});
