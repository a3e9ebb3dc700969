import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildCorpus } from '../../../lib/corpus/load/build-corpus.ts';
import type { Corpus, Entry } from '../../../lib/corpus/model/corpus.ts';
import type { Kind } from '../../../lib/schema/kinds.ts';
import type { Stanza } from '../../../lib/schema/types.generated.ts';
import { openSearch, type SearchHit, type SearchResult } from '../../../lib/search/open-search.ts';
import type { SearchAddresses, SearchPage } from '../../../lib/search/search-entry.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { SEARCH_START, type SearchStart } from '../../../lib/search/search-start.ts';
import { attribute, sharedNode, stanza, used } from '../../cases/texts.ts';
import { FIXTURE_CORPUS as corpus } from '../../helpers/fixture-spec.ts';
import { publicationOf } from '../../site/corpus-of.ts';

const ADDRESSES: SearchAddresses = {
  definition: (kind, id) => `/${kind}/${id}/`,
  fact: ({ kind, owner, anchor }) => `/${kind === 'value' ? 'enum' : 'stanza'}/${owner}/#${anchor}`,
  question: ({ kind, owner, anchor }) => `/${kind}/${owner}/#${anchor}`,
};

const PAGES: SearchPage[] = [
  { kind: 'page', name: 'Open questions', href: '/questions/', text: '' },
  ...[...corpus.definitions.glossary.values()].flatMap(({ data }) =>
    data.terms.map(
      ({ term, definition }): SearchPage => ({
        kind: 'term',
        name: term,
        href: `/glossary/#${term}`,
        text: definition,
      }),
    ),
  ),
];
const OWN = searchFiles(corpus, ADDRESSES, PAGES);

/** Queries a new index; returns the number of bytes that it read, too. */
async function ask(
  files: ReadonlyMap<string, string>,
  query: string,
  limit = 30,
): Promise<SearchResult & { moved: number }> {
  let moved = 0;
  const search = await openSearch(async (name) => {
    const text = files.get(name);
    assert.ok(text !== undefined, `${name} is a file of the index`);
    moved += Buffer.byteLength(text);
    return JSON.parse(text);
  });
  return { ...(await search(query, limit)), moved };
}

const has = (hits: readonly SearchHit[], kind: string, path: string): boolean =>
  hits.some((hit) => hit.kind === kind && hit.path === path);

for (const form of [
  'creator',
  'call_creator',
  'callcreator',
  'Call-Creator',
  'callCreator',
  'call creator',
  '@call-creator',
  'creat',
  'call-craetor',
  'callcretor',
  'creatr',
]) {
  test(`call-creator is found by ${form}`, async () => {
    const { hits } = await ask(OWN, form);
    const found = hits.filter(({ name }) => name === 'call-creator');
    assert.ok(has(found, 'attribute', 'call-accept:accept@call-creator'), JSON.stringify(hits.slice(0, 3)));
    assert.ok(found.every(({ kind, href }) => kind === 'term' || href.includes('@call-creator')));
  });
}

test('a result has its kind, its path, its confidence, a line of text, and a link to its row', async () => {
  const { hits, total } = await ask(OWN, 'call-terminate:terminate@reason');
  const fact = corpus.factByPath.get('call-terminate:terminate@reason');
  assert.ok(fact);
  const [{ text, ...first } = { text: '' }] = hits;
  assert.deepEqual(first, {
    kind: 'attribute',
    name: 'reason',
    path: fact.path,
    href: '/stanza/call-terminate/#terminate@reason',
    confidence: fact.confidence,
  });
  assert.match(text, /\w+ \w+/);
  assert.ok(total >= hits.length);
});

test('every fact, question, term, page and definition is found by its own name', async () => {
  const search = await openSearch(async (name) => JSON.parse(OWN.get(name) ?? ''));
  const wanted = [
    ...corpus.facts.map(({ name, path }) => [name, path] as const),
    ...corpus.questions.map(({ id, anchor, owner }) => [id ?? anchor, owner] as const),
    ...PAGES.map(({ name }) => [name, ''] as const),
    ...(['stanza', 'enum', 'flow', 'technique', 'flavor'] as const).flatMap((kind) =>
      [...corpus.definitions[kind].keys()].map((id) => [id, id] as const),
    ),
  ].filter(([name]) => /[\p{L}\p{N}]/u.test(name));
  const found = new Map<string, ReadonlySet<string>>();
  for (const name of new Set(wanted.map(([one]) => one))) {
    const { hits } = await search(name, 1000);
    found.set(name, new Set(hits.map(({ path }) => path)));
  }
  assert.deepEqual(
    wanted.filter(([name, path]) => !found.get(name)?.has(path)),
    [],
  );
});

test('among equal matches, facts come before terms, then higher confidence, then the order of the spec', async () => {
  const stanza = (id: string, confidence: string) =>
    `{ id: ${id}, tag: ${id}, display_name: ${id}, category: signaling, direction: [outgoing], status: draft,
      spec_version: '0.1.0', summary: Text., attributes: [
      { name: call-token, type: string, confidence: ${confidence}, description: Text. }] }`;
  const { publication, links } = publicationOf({
    'stanzas/a.yaml': stanza('a', 'unknown'),
    'stanzas/b.yaml': stanza('b', 'speculative'),
    'stanzas/c.yaml': stanza('c', 'probable'),
    'stanzas/d.yaml': stanza('d', 'confirmed'),
    'stanzas/e.yaml': stanza('e', 'probable'),
  });
  const term: SearchPage = { kind: 'term', name: 'Call token', href: '/glossary/#t', text: 'What it is.' };
  const { hits } = await ask(searchFiles(publication.corpus, links, [term]), 'calltoken');
  assert.deepEqual(
    hits.map(({ path }) => path),
    ['d:@call-token', 'c:@call-token', 'e:@call-token', 'b:@call-token', 'a:@call-token', ''],
  );
});

test('what has the name itself comes first, then what begins with it, then a later word, path, text, errors', async () => {
  const attribute = (name: string, description = 'Text.') =>
    `{ name: ${name}, type: string, confidence: unknown, description: ${description} }`;
  const { publication, links } = publicationOf({
    'stanzas/ping.yaml': `{ id: ping, tag: ping, display_name: Ping, category: signaling, direction: [outgoing],
      status: draft, spec_version: '0.1.0', summary: A ping., attributes: [
      ${attribute('my-token')}, ${attribute('tokens')}, ${attribute('token')}, ${attribute('other', 'Has a token.')}],
      children: [{ tag: token_box, occurrence: '1', confidence: unknown, description: A box., attributes: [${attribute('inner')}] }] }`,
    'stanzas/near.yaml': `{ id: near, tag: near, display_name: Near, category: signaling, direction: [outgoing],
      status: draft, spec_version: '0.1.0', summary: Near., attributes: [${attribute('tokem')}] }`,
  });
  const files = searchFiles(publication.corpus, links, []);
  const names = async (query: string) => (await ask(files, query)).hits.map(({ name }) => name);
  assert.deepEqual(await names('token'), ['token', 'tokens', 'token_box', 'my-token', 'inner', 'other']);
  assert.deepEqual(await names('tokken'), ['token', 'my-token', 'token_box']);
  assert.deepEqual(await names('tokne'), ['token', 'my-token', 'token_box']);
  assert.deepEqual(await names('box inner'), ['inner']);
  assert.deepEqual(await names('inner nothing'), []);
  assert.deepEqual(await names('  '), []);
  assert.deepEqual(await names('@-!'), []);
});

test('three letters tolerate no error, four one, eight two', async () => {
  const { publication, links } = publicationOf({
    'stanzas/ping.yaml': `{ id: ping, tag: ping, display_name: P, category: signaling, direction: [outgoing],
      status: draft, spec_version: '0.1.0', summary: A ping., attributes: [
      { name: ice, type: string, confidence: unknown, description: Text. },
      { name: relay, type: string, confidence: unknown, description: Text. },
      { name: connection, type: string, confidence: unknown, description: Text. }] }`,
  });
  const files = searchFiles(publication.corpus, links, []);
  const names = async (query: string) => (await ask(files, query)).hits.map(({ name }) => name);
  assert.deepEqual(await names('ixe'), []);
  assert.deepEqual(await names('relsy'), ['relay']);
  assert.deepEqual(await names('rolsy'), []);
  assert.deepEqual(await names('comnectoin'), ['connection']);
  assert.deepEqual(await names('comnoctoin'), []);
});

test('names that are words of JavaScript are names like others', async () => {
  const { publication, links } = publicationOf({
    'stanzas/ping.yaml': `{ id: ping, tag: ping, display_name: P, category: signaling, direction: [outgoing],
      status: draft, spec_version: '0.1.0', summary: The constructor of a __proto__ and toString., attributes: [
      { name: constructor, type: string, confidence: unknown, description: Text. }] }`,
  });
  const files = searchFiles(publication.corpus, links, []);
  for (const query of ['constructor', 'proto', 'toString', '__proto__'])
    assert.ok((await ask(files, query)).total > 0, query);
});

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

test('the tag of a payload finds its stanza before the facts of that name', async () => {
  for (const tag of ['terminate', 'offer', 'preaccept']) {
    const [first] = (await ask(OWN, tag)).hits;
    assert.equal(first?.kind, 'stanza', tag);
  }
  assert.equal((await ask(OWN, 'terminate')).hits[0]?.path, 'call-terminate');
});

const SHARED = searchFiles(
  publicationOf({
    'stanzas/call-x.yaml': stanza(`envelope: call-e\nchildren: [${used('endpoint', '', 'te')}]\n`),
    'stanzas/call-e.yaml': stanza(`attributes: [${attribute('sequence', 'int')}]\n`, 'call-e'),
    'stanzas/other.yaml': stanza(`children: [${used('outer')}]\n`, 'other'),
    'nodes/endpoint.yaml': sharedNode(
      `attributes: [${attribute('address', 'string')}, ${attribute('b', 'string')}]
one_of: [{ id: either, of: ['@address', '@b'], occurrence: '1', confidence: unknown, description: One. }]
`,
      'endpoint',
      'te',
    ),
    'nodes/outer.yaml': sharedNode(`children: [${used('endpoint', '', 'te')}]\n`, 'outer'),
  }).publication.corpus,
  ADDRESSES,
  [],
);

for (const [query, kind, path, text] of [
  ['endpoint', 'node', 'node/endpoint', 'A shared node. At call-x:te, other:outer/te.'],
  ['te', 'node', 'node/endpoint', 'A shared node. At call-x:te, other:outer/te.'],
  [
    'address',
    'attribute',
    'node/endpoint:@address',
    'An attribute. At call-x:te@address, other:outer/te@address.',
  ],
  [
    'either',
    'choice',
    'node/endpoint:one_of(either)',
    'One. Of: @address, @b. At call-x:te/one_of(either), other:outer/te/one_of(either).',
  ],
  ['sequence', 'attribute', 'call-e:@sequence', 'An attribute. At call-x:@sequence.'],
] as const) {
  test(`what is shared is found once, with its places, by ${query}`, async () => {
    const { hits } = await ask(SHARED, query);
    const found = hits.filter((hit) => hit.path === path);
    assert.deepEqual(
      found.map((hit) => [hit.kind, hit.text]),
      [[kind, text]],
    );
    assert.equal(hits.find((hit) => hit.kind === kind)?.path, path);
  });
}

test('a shared fact is found by the path of a place', async () => {
  const { hits } = await ask(SHARED, 'other:outer/te@address');
  assert.equal(hits[0]?.path, 'node/endpoint:@address');
});
