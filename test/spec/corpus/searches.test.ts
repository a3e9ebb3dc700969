import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { readBundles } from '../../../lib/diff/bundle/read-bundles.ts';
import { openSearch, type SearchHit } from '../../../lib/search/open-search.ts';
import { searchFiles } from '../../../lib/search/search-files.ts';
import { linksOf } from '../../../site/model/links/links.ts';
import { searchPages } from '../../../site/model/lists/search-pages.ts';
import { LIVE_CORPUS as corpus, LIVE_FILES } from '../live-spec.ts';

// The spec itself, so that what its readers look for is found in it, whatever becomes of the data.
const publication = {
  ...{ corpus, origin: 'https://example.org', base: '/', directory: 'spec' },
  releases: readBundles(LIVE_FILES).bundles,
  ...{ commit: undefined, date: undefined },
};
const links = linksOf(publication);
const files = searchFiles(corpus, links, searchPages(publication, links));
const search = await openSearch(async (name) => JSON.parse(files.get(name) ?? '') as unknown);
const hitsOf = async (query: string, limit = 10): Promise<readonly SearchHit[]> =>
  (await search(query, limit)).hits;
const said = (hits: readonly SearchHit[]): string =>
  hits.map(({ kind, name, path }) => `${kind} ${name} ${path}`).join('\n');

const CALL = 'from="100000000000001@lid" id="1.2" t="1700000000"';
const IDS = 'call-id="3F2A" call-creator="100000000000001:7@lid"';

// A reader's queries, and what must be among the first results: the kind, and the path or the name.
for (const [query, within, kind, wanted] of [
  ['6 bytes', 5, 'term', 'te'],
  ['18 bytes', 5, 'term', 'te'],
  ['18 bytes', 1, 'part', 'te-address'],
  ['439', 1, 'value', 'ack-error-codes=439'],
  ['463', 1, 'value', 'ack-error-codes=463'],
  ['error 439 what to do', 1, 'value', 'ack-error-codes=439'],
  ['what does error 463 mean', 1, 'value', 'ack-error-codes=463'],
  ['how to reject', 1, 'stanza', 'call-reject'],
  ['reject an incoming call', 1, 'stanza', 'call-reject'],
  ['rejecting a call', 1, 'stanza', 'call-reject'],
  [`<reject ${IDS} count="0"/>`, 1, 'stanza', 'call-reject'],
  [`<call ${CALL}><terminate ${IDS} reason="timeout"/></call>`, 1, 'stanza', 'call-terminate'],
  [
    `<call ${CALL}><terminate ${IDS} reason="timeout"/></call>`,
    30,
    'attribute',
    'call-terminate:terminate@reason',
  ],
  ['<ack class="call" type="offer" id="1"><relay uuid="x">', 1, 'stanza', 'call-ack'],
  ['{"tag":"call","attrs":{"id":"1"},"content":[{"tag":"accept","attrs":{}}]}', 1, 'stanza', 'call-accept'],
  ["{ tag: 'call', attrs: { id: '1' }, content: [ { tag: 'preaccept' } ] }", 1, 'stanza', 'call-preaccept'],
  ['<relaylatency call-id=', 1, 'stanza', 'call-relaylatency'],
  ['relay_late', 1, 'stanza', 'call-relaylatency'],
  ['relaylatncy', 1, 'stanza', 'call-relaylatency'],
  ['relay_latency', 1, 'ledger', 'relay_latency'],
  ['relay_latency', 3, 'stanza', 'call-relaylatency'],
  ['relay latency', 2, 'stanza', 'call-relaylatency'],
  ['offer_nack', 1, 'ledger', 'offer_nack'],
  ['typescript', 1, 'page', 'Data'],
  ['json', 1, 'page', 'Data'],
  ['node object', 1, 'page', 'All stanzas'],
  ['download', 1, 'page', 'Data'],
  ['check a log', 1, 'page', 'Workbench'],
  ['frida', 1, 'technique', 'frida-hooking'],
  ['te', 3, 'term', 'te'],
  ['PN LID', 3, 'term', 'PN'],
  ['PN LID', 3, 'term', 'LID'],
  ['PN LID', 3, 'guide', 'addresses'],
  ['lid', 3, 'guide', 'addresses'],
  ['which jid in to', 3, 'guide', 'addresses'],
  ['LID or phone number', 3, 'guide', 'addresses'],
  ['hosted device', 3, 'guide', 'addresses'],
  ['baileys incoming offer', 2, 'page', 'Implementations of Call Offer'],
  ['call-id offer', 1, 'stanza', 'call-offer'],
  ['delivered mute', 1, 'stanza', 'call-mute'],
  ['reject call example', 1, 'stanza', 'call-reject'],
  ['te layout', 3, 'part', 'te-address'],
  ['hang up', 1, 'stanza', 'call-terminate'],
  ['incoming call', 3, 'guide', 'answer-a-call'],
  ['receive a call', 3, 'guide', 'answer-a-call'],
  ['decline', 1, 'stanza', 'call-reject'],
  ['refuse call', 1, 'stanza', 'call-reject'],
  ['2 seconds', 3, 'step', 'flow/acknowledgement#ack'],
  ['within 2 seconds', 3, 'step', 'flow/acknowledgement#ack'],
  ['1 minute', 3, 'step', 'flow/incoming-1to1-audio#accept'],
  ['terminate reason', 1, 'enum', 'terminate-reasons'],
  ['terminate reasons', 1, 'enum', 'terminate-reasons'],
  ['reasons', 3, 'enum', 'terminate-reasons'],
  ['call-creator', 3, 'term', 'call-creator'],
  ['video', 1, 'stanza', 'call-video'],
  ['call-offer call-id', 1, 'attribute', 'call-offer:offer@call-id'],
  ['call-id call-offer', 1, 'attribute', 'call-offer:offer@call-id'],
  ['call-offer:offer@call-id', 1, 'attribute', 'call-offer:offer@call-id'],
  ['offer@call-id', 1, 'attribute', 'call-offer:offer@call-id'],
  ['offer/audio@rate', 1, 'attribute', 'call-offer:offer/audio@rate'],
  ['cite', 1, 'page', 'Data'],
  ['permalink', 1, 'page', 'Data'],
  ['frozen', 1, 'page', 'Data'],
  ['stable link', 1, 'page', 'Data'],
  ['d.ts', 1, 'page', 'Data'],
  ['call-terminate types', 1, 'stanza', 'call-terminate'],
  ['call-offer json', 1, 'stanza', 'call-offer'],
  ['what changed in call-offer', 1, 'page', 'History of Call Offer'],
  ['call-offer history', 1, 'page', 'History of Call Offer'],
  ['call reject history', 1, 'page', 'History of Call Reject'],
  ['baileys whatsmeow', 2, 'flavor', 'baileys'],
  ['baileys whatsmeow', 2, 'flavor', 'whatsmeow'],
  ['baileys vs whatsmeow', 2, 'flavor', 'whatsmeow'],
  ['baileys reads offer', 1, 'page', 'Implementations of Call Offer'],
  ['compare', 1, 'page', 'Implementations'],
  ['rooted android', 1, 'technique', 'frida-hooking'],
  ['who sends timeout', 1, 'value', 'terminate-reasons=timeout'],
  ['feed', 1, 'page', 'Data'],
  ['rss', 1, 'page', 'Data'],
  ['atom', 1, 'page', 'Data'],
  ['license', 1, 'page', 'Data'],
  ['export', 1, 'page', 'Data'],
  ['llms', 1, 'page', 'Data'],
  ['matrix', 1, 'page', 'Implementations'],
  ['unmute', 1, 'stanza', 'call-mute'],
  ['microphone', 1, 'stanza', 'call-mute'],
  ['camera', 1, 'stanza', 'call-video'],
  ['what do I answer to an offer', 1, 'guide', 'answer-a-call'],
  ['s.whatsapp.net', 3, 'guide', 'addresses'],
] as const) {
  test(`${query} finds ${kind} ${wanted} among the first ${within}`, async () => {
    const hits = await hitsOf(query, within);
    const found = hits.some((hit) => hit.kind === kind && (hit.path === wanted || hit.name === wanted));
    assert.ok(found, said(hits));
  });
}

test('the place of a shared fact is found at its address in the stanza', async () => {
  for (const query of ['call-offer call-id', 'call-offer:offer@call-id', 'offer@call-id'])
    assert.equal((await hitsOf(query))[0]?.href, '/stanzas/call-offer/#offer@call-id', query);
});

test('a phrase by which a page is looked for matches at the beginnings of its words', async () => {
  const pages = (await hitsOf('hang up', 1000)).filter(({ kind }) => kind === 'page');
  assert.deepEqual(pages, [], 'such as “what changed in Call Group Update”');
});

test('a name of the ledger says what the wire has instead, and leads there', async () => {
  const hit = (await hitsOf('relay_latency')).find(({ kind }) => kind === 'ledger');
  assert.match(hit?.text ?? '', /^Not the tag on the wire: that is relaylatency\./);
  assert.equal(hit?.href, '/stanzas/call-relaylatency/');
});

test('what a dispute denies comes after everything else, and says so', async () => {
  const refuted = refutedFacts(corpus);
  for (const query of ['ip address', 'port', 'mute', 'te', 'destination', 'declined']) {
    const hits = await hitsOf(query, 1000);
    const marks = hits.map(({ isRefuted }) => isRefuted);
    assert.ok(marks.includes(true), `${query} finds something refuted`);
    assert.ok(!marks.slice(marks.indexOf(true)).includes(false), `${query}: refuted ones are last`);
    const wrong = hits.filter(
      ({ path, isRefuted, kind }) => kind !== 'node' && refuted.has(path) !== isRefuted,
    );
    assert.deepEqual(wrong, [], query);
  }
});

test('a refuted value of the very name is the last that a short list shows', async () => {
  const last = (await hitsOf('accept_elsewhere', 8)).at(-1);
  assert.equal(last?.path, 'terminate-reasons=accept_elsewhere');
  assert.ok(last.isRefuted);
});

test('a question is called by its text', async () => {
  const hits = (await hitsOf('call-relaylatency-flag')).filter(({ kind }) => kind === 'question');
  assert.match(hits[0]?.name ?? '', /\?$/);
});

test('where nothing has all words, what has some of them is found, and the result says so', async () => {
  const some = await search('reject frobnicate', 5);
  assert.equal(some.isPartial, true);
  assert.equal(some.hits[0]?.path, 'call-reject');
  assert.equal((await search('reject', 5)).isPartial, false);
  assert.equal((await search('frobnicate zzzzqqqq', 5)).total, 0);
});

test('the index has at most 105 KB, compressed', () => {
  const size = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
  assert.ok(size <= 105_000, `${size}`);
});
