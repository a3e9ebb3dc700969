import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listIndex } from '../../../../site/model/paged/list-index.ts';
import { findRows, packFacet } from '../../../../site/model/paged/packed-facet.ts';
import { pageNumbers } from '../../../../site/model/paged/page-numbers.ts';
import { splitPages } from '../../../../site/model/paged/split-pages.ts';

describe('a long list', () => {
  const split = (words: string, most: number) =>
    splitPages(words.split(' '), {
      weight: (word) => word.length,
      most,
      group: (word) => word.charAt(0),
    }).map((page) => page.join(' '));

  it('is split into pages of at most a size, in its order, without losing an item', () => {
    assert.deepEqual(split('aa ab ba bb bc ca', 8), ['aa ab', 'ba bb bc ca']);
    const words = Array.from({ length: 500 }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${i}`).join(
      ' ',
    );
    const pages = split(words, 40);
    assert.equal(pages.join(' '), words);
    for (const page of pages) assert.ok(page.replaceAll(' ', '').length <= 40, page);
  });

  it('keeps a group together where it fits, and splits one that is longer than a page', () => {
    assert.deepEqual(split('aa aa aa ba ba', 8), ['aa aa aa', 'ba ba']);
    assert.deepEqual(split('aa aa aa aa aa', 4), ['aa aa', 'aa aa', 'aa']);
    assert.deepEqual(split('aaaaaaaaaaaa b', 4), ['aaaaaaaaaaaa', 'b']);
    assert.deepEqual(splitPages([], { weight: () => 1, most: 3, group: () => '' }), []);
  });

  it('has an index whose size does not grow with the corpus', () => {
    const listed = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        under: 'Things',
        name: `thing ${i}`,
        page: i + 1,
        href: `/${i + 1}/#thing`,
        count: 1,
        filter: undefined,
        anchor: undefined,
      }));
    const small = listIndex(listed(12), (page) => `/${page}/`);
    assert.equal(small.definitions[0]?.entries.length, 12);
    const large = listIndex(listed(5000), (page) => `/${page}/`);
    assert.deepEqual(large.definitions, []);
    assert.ok(large.ranges.length > 100 && large.ranges.length <= 250);
    assert.deepEqual(large.ranges[1], { text: 'Things, from thing 20', href: '/21/' });
  });

  it('links to the pages around the current one, and says where some are left out', () => {
    assert.deepEqual(pageNumbers(1, 3), [1, 2, 3]);
    assert.deepEqual(pageNumbers(6, 20), [1, undefined, 4, 5, 6, 7, 8, undefined, 20]);
    assert.deepEqual(pageNumbers(4, 8), [1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('a packed list', () => {
  const kind = packFacet('kind', [['a'], ['b'], ['a'], []]);
  const seen = packFacet('seen', [['x', 'y'], ['y'], [], ['x']]);
  const find = (wanted: Record<string, string>, text = (_: number) => true) =>
    findRows(
      [kind, seen],
      4,
      new Map(Object.entries(wanted).map(([name, one]) => [name, (value: string) => value === one])),
      text,
    );

  it('finds the rows with all of the wanted values', () => {
    assert.deepEqual(find({}).rows, [0, 1, 2, 3]);
    assert.deepEqual(find({ kind: 'a', seen: 'y' }).rows, [0]);
    assert.deepEqual(find({ seen: '-' }).rows, [2]);
    assert.deepEqual(find({ seen: 'x' }, (row) => row > 0).rows, [3]);
    assert.deepEqual(find({ seen: 'z' }).rows, []);
  });

  it('counts for each value what would be found with it', () => {
    const { counts } = find({ kind: 'a' });
    assert.deepEqual(
      [...(counts.get('kind') ?? [])],
      [
        ['a', 2],
        ['b', 1],
        ['-', 1],
      ],
    );
    assert.deepEqual(
      [...(counts.get('seen') ?? [])],
      [
        ['x', 1],
        ['y', 1],
        ['-', 1],
      ],
    );
  });
});
