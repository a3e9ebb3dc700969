import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildCorpus } from '../../../lib/corpus/load/build-corpus.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Kind } from '../../../lib/schema/kinds.ts';
import type { Stanza } from '../../../lib/schema/types.generated.ts';
import { openSearch } from '../../../lib/search/open-search.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { SEARCH_START, type SearchStart } from '../../../lib/search/search-start.ts';
import { FIXTURE_CORPUS as corpus } from '../../helpers/fixture-spec.ts';
import { ADDRESSES, ask, has, OWN, PAGES } from './ask.ts';

test('the index of a spec of thirty stanzas is two files, and at most 60 KB compressed', () => {
  assert.equal(OWN.size, 2);
  const sizes = [...OWN.values()].map((text) => gzipSync(text).length);
  assert.ok(sizes.reduce((sum, one) => sum + one) <= 60 * 1024, sizes.join(' + '));
});

test('the same corpus gives the same files, whatever the address of the reader', () => {
  assert.deepEqual(searchFiles(corpus, ADDRESSES, PAGES), OWN);
});

test('the name of a file depends on its content', () => {
  const names = (files: ReadonlyMap<string, string>) =>
    [...files.keys()].filter((name) => name !== SEARCH_START);
  const other = searchFiles(corpus, { ...ADDRESSES, question: () => undefined }, PAGES);
  assert.notDeepEqual(names(other), names(OWN));
});

/** A corpus of many stanzas, made of those of the fixture. */
function large(count: number, rename: (name: string, i: number) => string): Corpus {
  const base = [...corpus.definitions.stanza.values()];
  const entries = Array.from({ length: count }, (_, i): Entry<Kind> => {
    const one = base[i % base.length];
    assert.ok(one);
    const renamed = <T extends Pick<Stanza, 'attributes' | 'children'>>(node: T): T => ({
      ...node,
      ...(node.attributes && {
        attributes: node.attributes.map((each) => ({ ...each, name: rename(each.name, i) })),
      }),
      ...(node.children && {
        children: node.children.map((child) => renamed({ ...child, tag: rename(child.tag, i) })),
      }),
    });
    const id = `${one.id}-${i}`;
    return { ...one, id, data: { ...renamed(one.data), id, open_questions: [] } };
  });
  return buildCorpus(entries, new Set());
}

const QUERIES = [
  'c',
  'creator',
  'call_creator',
  'callcraetor',
  'terminate reason',
  'synthetic',
  'offer te ip',
];

for (const [title, rename] of [
  ['that share their names', (name: string) => name],
  ['of which no two share a name', (name: string, i: number) => `${name}-${i}`],
] as const) {
  test(`of 1,000 stanzas ${title}, the first query moves at most 500 KB, uncompressed`, async () => {
    const files = searchFiles(large(1000, rename), ADDRESSES, PAGES);
    const start: SearchStart = JSON.parse(files.get(SEARCH_START) ?? '');
    assert.ok(start.entries.length > 100 && start.words.length > 10, 'it is cut into files');
    for (const query of QUERIES) {
      const { moved, hits, total } = await ask(files, query);
      assert.ok(moved <= 500_000, `${query}: ${moved}`);
      if (query !== 'synthetic') assert.ok(hits.length > 0 && total >= hits.length, query);
    }
  });
}

test('an index in many files finds the same as one in two files', async () => {
  const many = searchFiles(
    large(400, (name) => name),
    ADDRESSES,
    PAGES,
  );
  for (const [query, path] of [
    ['call-creator', 'call-accept-0:accept@call-creator'],
    ['call-accept-0:accept@call-creator', 'call-accept-0:accept@call-creator'],
    ['accept 0 creator', 'call-accept-0:accept@call-creator'],
  ] as const) {
    const { hits } = await ask(many, query);
    assert.ok(has(hits, 'attribute', path), `${query}: ${JSON.stringify(hits.slice(0, 3))}`);
  }
  const word = 'millisecond';
  const own = (await ask(OWN, word, 1000)).hits.filter(({ kind }) => kind === 'attribute');
  const ids = new Set((await ask(many, word, 10_000)).hits.map(({ path }) => path.replace(/-\d+:/, ':')));
  assert.ok(own.length > 0);
  assert.deepEqual(
    own.filter(({ path }) => !ids.has(path)),
    [],
  );
});

test('a file that cannot be read is an error, and the next query tries again', async () => {
  let broken = true;
  const search = await openSearch(async (name) => {
    if (broken && name !== SEARCH_START) throw new Error('offline');
    return JSON.parse(OWN.get(name) ?? '');
  });
  await assert.rejects(search('creator', 5), /offline/);
  broken = false;
  assert.ok((await search('creator', 5)).total > 0);
});
