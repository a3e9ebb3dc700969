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
  frameOf(publication, links, path).groups[1]?.items ?? [];

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
    assert.equal(items.length, 17, path);
    const isStanza = /end-/.test(path);
    assert.equal(items.filter(({ current }) => current).length, isStanza ? 1 : 0, path);
  }
});

test('the navigation has a fold for each phase, open where the page is in it, with the tags of stanzas', () => {
  const { publication, links } = publicationOf({
    ...FILES,
    'spec.yaml':
      "title: A spec\nversion: '1.0.0'\nphases: [{ id: one, title: One }, { id: two, title: Two }]\n",
    'stanzas/call-end.yaml': STANZA.replace('category:', 'phase: two\ncategory:'),
    'stanzas/call-start.yaml': STANZA.replace('id: call-end', 'id: call-start\nphase: one').replace(
      'Call End',
      'Call Start',
    ),
  });
  const folds = (path: string) =>
    frameOf(publication, links, path)
      .groups.slice(1, 3)
      .map(({ title, open, items }) => [title, open, items.map(({ text, code }) => `${text} <${code}>`)]);
  assert.deepEqual(folds(''), [
    ['One', false, ['Start <end>']],
    ['Two', false, ['End <end>']],
  ]);
  assert.deepEqual(
    folds('stanzas/call-start/captures/').map(([, open]) => open),
    [true, false],
  );
});

test('pages below a page mark its entry', () => {
  const { publication, links } = publicationOf(FILES);
  for (const [path, name] of [
    ['flavors/meow/', 'flavors/'],
    ['changes/1.0.0/', 'changes/'],
    ['v/1.0.0/stanzas/call-end/', 'changes/'],
  ] as const) {
    const marked = frameOf(publication, links, path)
      .groups.flatMap(({ items }) => items)
      .filter(({ current }) => current !== undefined);
    assert.deepEqual(
      marked.map(({ href, current }) => [href, current]),
      [[links.page(name), 'true']],
    );
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
