import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadCorpus } from '../../lib/corpus/load.ts';
import { nodeFiles } from '../../lib/corpus/node-files.ts';
import { permalink } from '../../lib/corpus/permalink.ts';
import { parseSource } from '../../lib/corpus/source-ref.ts';
import { PROJECT } from '../../scripts/shared/project.ts';
import { fragment } from '../../site/model/links.ts';
import { builtSite } from '../helpers/built-site.ts';

/** What a row of the pages that the project began with says: name, type, required, confidence, observed, techniques. */
type Row = readonly [string, string, boolean, string, readonly string[], readonly string[]];

const WIRE = ['websocket-capture'];
const BOTH = ['websocket-capture', 'baileys-instrumentation'];

interface Seed {
  readonly id: string;
  readonly labels: readonly string[];
  readonly rows: readonly Row[];
  readonly child: string;
  readonly examples: readonly string[];
  readonly questions: readonly RegExp[];
}

const SEEDS: readonly Seed[] = [
  {
    id: 'call-terminate',
    labels: ['Call Terminate', 'outgoing', 'incoming', 'bidirectional'],
    rows: [
      ['@from', 'jid', true, 'probable', ['A@s.whatsapp.net', 'B.0:7@s.whatsapp.net'], WIRE],
      ['@to', 'jid', true, 'probable', ['B@s.whatsapp.net', 'A@s.whatsapp.net'], WIRE],
      ['@id', 'string', true, 'probable', ['4D5E6F7081'], WIRE],
      ['terminate@call-id', 'string', true, 'probable', ['CALLID-0001-synthetic'], BOTH],
      [
        'terminate@reason',
        'enum:terminate-reasons',
        false,
        'probable',
        ['timeout', 'busy', 'declined', 'connection_lost', 'accept_elsewhere'],
        BOTH,
      ],
      ['terminate@call-creator', 'jid', false, 'speculative', ['A@s.whatsapp.net'], WIRE],
    ],
    child: 'terminate',
    examples: [
      '<call from="A@s.whatsapp.net" to="B@s.whatsapp.net" id="4D5E6F7081"> <terminate call-id="CALLID-0001-synthetic" reason="timeout"/> </call>',
      '<call from="A@s.whatsapp.net" to="B.12:3@s.whatsapp.net" id="4D5E6F7082"> <terminate call-id="CALLID-0001-synthetic" reason="accept_elsewhere"/> </call>',
    ],
    questions: [/reason.*hang-up/i, /peer.*server/i, /duration|byte/i],
  },
  {
    id: 'call-reject',
    labels: ['Call Reject', 'outgoing', 'incoming'],
    rows: [
      ['@from', 'jid', true, 'probable', ['B.0:7@s.whatsapp.net'], WIRE],
      ['@to', 'jid', true, 'probable', ['A@s.whatsapp.net'], WIRE],
      ['@id', 'string', true, 'probable', ['5E6F708192'], WIRE],
      ['reject@call-id', 'string', true, 'probable', ['CALLID-0001-synthetic'], BOTH],
      ['reject@call-creator', 'jid', true, 'probable', ['A@s.whatsapp.net'], WIRE],
      ['reject@reason', 'enum:terminate-reasons', false, 'probable', ['declined', 'busy'], BOTH],
    ],
    child: 'reject',
    examples: [
      '<call from="B.0:7@s.whatsapp.net" to="A@s.whatsapp.net" id="5E6F708192"> <reject call-id="CALLID-0001-synthetic" call-creator="A@s.whatsapp.net" reason="declined"/> </call>',
    ],
    questions: [/subset/i, /disturb|blocked/i, /server.*terminate|terminate.*caller/i],
  },
];

const LABELS = [
  'Skip to content',
  'Tag',
  '<call>',
  'Category',
  'signaling',
  'Status',
  'draft',
  'Spec version',
  '0.1.0',
  'Direction',
  'Summary',
  'Attributes',
  'Name',
  'Type',
  'Required',
  'Confidence',
  'Description',
  'Provenance',
  'observed',
  'Children',
  'occurrence',
  'Examples',
  'Notes',
  'Open questions',
  'References',
  'Back to stanza catalog',
  'Spec overview',
];

const { corpus } = loadCorpus(nodeFiles(join(PROJECT, 'spec'), 'spec'));

/** The words of a page as a reader sees them, blanks folded. */
async function wordsOf(id: string): Promise<{ html: string; words: string }> {
  const html = await readFile(join(await builtSite(), `stanzas/${id}/index.html`), 'utf8');
  const words = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
  return { html, words };
}

for (const { id, labels, rows, child, examples, questions } of SEEDS) {
  test(`${id}: every fact of the page that the project began with is in the corpus, with its confidence`, () => {
    for (const [anchor, type, required, confidence, observed, techniques] of rows) {
      const fact = corpus.factByPath.get(`${id}:${anchor}`);
      assert.ok(fact, anchor);
      assert.equal(fact.type, type, anchor);
      assert.equal(fact.required, required, anchor);
      assert.equal(fact.confidence, confidence, anchor);
      assert.deepEqual(fact.observed, observed, anchor);
      assert.deepEqual(fact.provenance.techniques, techniques, anchor);
    }
    const container = corpus.factByPath.get(`${id}:${child}`);
    assert.equal(container?.occurrence, '1');
    assert.equal(container?.confidence, 'probable');
    const asked = corpus.questions.filter(({ owner }) => owner === id).map(({ text }) => text);
    for (const pattern of questions)
      assert.ok(
        asked.some((text) => pattern.test(text)),
        String(pattern),
      );
  });

  test(`${id}: its page says every label and fact of the page that the project began with`, async () => {
    const { html, words } = await wordsOf(id);
    const missing = [
      ...LABELS,
      ...labels,
      ...examples,
      ...rows.flatMap(([, type, , , observed, techniques]) => [type, ...observed, ...techniques]),
    ].filter((label) => !words.includes(label));
    assert.deepEqual(missing, []);
    for (const [anchor] of rows) assert.ok(html.includes(`id="${anchor}"`), `${anchor} has an address`);
    assert.match(words, /synthetic/i);
  });
}

test('a stanza page weighs at most 20 KB with its stylesheet, compressed', async () => {
  const folder = await builtSite();
  const wrong: string[] = [];
  for (const id of corpus.definitions.stanza.keys()) {
    const { html } = await wordsOf(id);
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    assert.equal(sheets.length, 1, `${id} has one stylesheet`);
    let size = gzipSync(html).length;
    for (const sheet of sheets) size += gzipSync(await readFile(join(folder, sheet))).length;
    if (size > 20 * 1024) wrong.push(`${id}: ${size} bytes`);
  }
  assert.deepEqual(wrong, []);
});

test('where a page cannot carry all places in code, each is on the page of the sources, one step away', async () => {
  const folder = await builtSite();
  const { html } = await wordsOf('call-offer');
  const sources = await readFile(join(folder, 'stanzas/call-offer/sources/index.html'), 'utf8');
  for (const fact of corpus.factsOfStanza.get('call-offer') ?? []) {
    assert.ok(sources.includes(`id="${fact.anchor}"`), fact.path);
    const places = fact.provenance.sources.filter((source) => parseSource(source).kind === 'flavor');
    for (const place of places) assert.ok(sources.includes(`href="${permalink(place, corpus)}"`), place);
    if (places.length > 1) assert.ok(html.includes(`href="sources/${fragment(fact.anchor)}"`), fact.path);
  }
});
