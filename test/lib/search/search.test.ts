import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSearch } from '../../../lib/search/open-search.ts';
import type { SearchPage } from '../../../lib/search/search-entry.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { attribute, sharedNode, stanza, used } from '../../cases/texts.ts';
import { FIXTURE_CORPUS as corpus } from '../../helpers/fixture-spec.ts';
import { publicationOf } from '../../site/corpus-of.ts';
import { ADDRESSES, ask, has, OWN, PAGES } from './ask.ts';

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
    noun: 'attribute',
    name: 'reason',
    path: fact.path,
    href: '/stanza/call-terminate/#terminate@reason',
    confidence: fact.confidence,
    isRefuted: false,
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

test('among equal matches, higher confidence comes first, then the order of the spec; the term is third at the latest', async () => {
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
    ['d:@call-token', 'c:@call-token', '', 'e:@call-token', 'b:@call-token', 'a:@call-token'],
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
  assert.deepEqual(await names('token'), [
    'token',
    'tokens',
    'Ping',
    'token_box',
    'my-token',
    'inner',
    'other',
  ]);
  assert.deepEqual(await names('tokken'), ['token', 'Ping', 'my-token', 'token_box']);
  assert.deepEqual(await names('tokne'), ['token', 'Ping', 'my-token', 'token_box']);
  assert.deepEqual(await names('box inner'), ['inner']);
  assert.deepEqual(await names('inner nothing'), ['inner']);
  assert.deepEqual(await names('nothing whatever'), []);
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

test('a shared fact is found at its place, by the path of the place or a part of it', async () => {
  for (const query of ['other:outer/te@address', 'outer/te@address', 'other address', 'address other']) {
    const [first] = (await ask(SHARED, query)).hits;
    assert.equal(first?.path, 'other:outer/te@address', query);
    assert.equal(first?.href, '/stanza/other/#outer/te@address', query);
  }
  const [envelope] = (await ask(SHARED, 'call-x sequence')).hits;
  assert.equal(envelope?.href, '/stanza/call-x/#@sequence');
  assert.equal(
    (await ask(SHARED, 'address')).hits[0]?.path,
    'node/endpoint:@address',
    'a name alone is no place',
  );
});

test('a place that says something itself, or lacks a part, is not a place of the shared fact', async () => {
  const own = `attributes: [${attribute('b', 'string')}], without: ['@address']`;
  const { publication } = publicationOf({
    'stanzas/call-y.yaml': stanza(`children: [${used('endpoint', own, 'te')}]\n`, 'call-y'),
    'nodes/endpoint.yaml': sharedNode(
      `attributes: [${attribute('address', 'string')}, ${attribute('b', 'string')}, ${attribute('c', 'string')}]\n`,
      'endpoint',
      'te',
    ),
  });
  const files = searchFiles(publication.corpus, ADDRESSES, []);
  const paths = async (query: string) => (await ask(files, query)).hits.map(({ path }) => path);
  assert.ok(!(await paths('call-y address')).includes('call-y:te@address'));
  assert.deepEqual((await paths('call-y:te@b')).slice(0, 1), ['call-y:te@b']);
  assert.equal((await paths('call-y:te@b')).filter((path) => path === 'call-y:te@b').length, 1);
  assert.equal((await paths('call-y c'))[0], 'call-y:te@c');
});
