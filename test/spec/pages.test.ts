import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { rowsOf } from '../../lib/corpus/facts/rows-of.ts';
import { pagePath } from '../../lib/pages/page-path.ts';
import type { Confidence } from '../../lib/schema/types.generated.ts';
import { pageFiles } from '../helpers/site/page-kinds.ts';
import { twinFaults } from '../helpers/site/twin-faults.ts';
import { LIVE_CORPUS as corpus, liveSite } from './live-spec.ts';

// Floors: what is added to these pages, or becomes surer, passes; what is taken away does not.

/** What a row of the pages that the project began with says: name, type, confidence, observed, techniques. */
type Row = readonly [string, string, Confidence, readonly string[], readonly string[]];

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
      ['@from', 'jid', 'probable', ['A@s.whatsapp.net', 'B.0:7@s.whatsapp.net'], WIRE],
      ['@to', 'jid', 'probable', ['B@s.whatsapp.net', 'A@s.whatsapp.net'], WIRE],
      ['@id', 'string', 'probable', ['4D5E6F7081'], WIRE],
      ['terminate@call-id', 'string', 'probable', ['CALLID-0001-synthetic'], BOTH],
      [
        'terminate@reason',
        'enum:terminate-reasons',
        'probable',
        ['timeout', 'busy', 'declined', 'connection_lost', 'accept_elsewhere'],
        BOTH,
      ],
      ['terminate@call-creator', 'jid', 'speculative', ['A@s.whatsapp.net'], WIRE],
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
      ['@from', 'jid', 'probable', ['B.0:7@s.whatsapp.net'], WIRE],
      ['@to', 'jid', 'probable', ['A@s.whatsapp.net'], WIRE],
      ['@id', 'string', 'probable', ['5E6F708192'], WIRE],
      ['reject@call-id', 'string', 'probable', ['CALLID-0001-synthetic'], BOTH],
      ['reject@call-creator', 'jid', 'probable', ['A@s.whatsapp.net'], WIRE],
      ['reject@reason', 'enum:terminate-reasons', 'probable', ['declined', 'busy'], BOTH],
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
  'Spec version',
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

const GRADES: readonly Confidence[] = ['unknown', 'speculative', 'probable', 'confirmed'];
const assertAtLeast = (given: Confidence | undefined, least: Confidence, where: string): void =>
  assert.ok(given !== undefined && GRADES.indexOf(given) >= GRADES.indexOf(least), `${where} is ${given}`);
const assertHolds = (given: readonly string[], least: readonly string[], where: string): void =>
  assert.deepEqual(
    least.filter((one) => !given.includes(one)),
    [],
    where,
  );

/** The words of a stanza as a reader sees them, blanks folded: its page, and the one of its sources where it has one. */
async function wordsOf(id: string): Promise<{ html: string; words: string }> {
  const folder = join(await liveSite(), 'stanzas', id);
  const pages = ['index.html', 'sources/index.html'].filter((name) => existsSync(join(folder, name)));
  const html = (await Promise.all(pages.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
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
  test(`${id}: every fact of the page that the project started with is in the corpus, with at least its confidence`, () => {
    for (const [anchor, type, confidence, observed, techniques] of rows) {
      const fact = corpus.factByPath.get(`${id}:${anchor}`);
      assert.ok(fact, anchor);
      assert.equal(fact.type, type, anchor);
      assert.notEqual(fact.required, undefined, anchor);
      assertAtLeast(fact.confidence, confidence, anchor);
      assertHolds(fact.observed, observed, anchor);
      assertHolds(fact.provenance.techniques, techniques, anchor);
    }
    const container = corpus.factByPath.get(`${id}:${child}`);
    assert.equal(container?.occurrence, '1');
    assertAtLeast(container?.confidence, 'probable', child);
    const asked = corpus.questions.filter(({ owner }) => owner === id).map(({ text }) => text);
    for (const pattern of questions)
      assert.ok(
        asked.some((text) => pattern.test(text)),
        String(pattern),
      );
  });

  test(`${id}: its page has every label and fact of the page that the project started with`, async () => {
    const { html, words } = await wordsOf(id);
    const missing = [
      ...LABELS,
      ...labels,
      ...examples,
      ...rows.flatMap(([, type, , observed, techniques]) => [type, ...observed, ...techniques]),
    ].filter((label) => !words.includes(label));
    assert.deepEqual(missing, []);
    for (const [anchor] of rows) assert.ok(html.includes(`id="${anchor}"`), `${anchor} has an address`);
    assert.match(words, /synthetic/i);
  });
}

test('every place at which a shared node or an envelope is used has its element, so that links to it keep leading there', async () => {
  const folder = await liveSite();
  const missing: string[] = [];
  for (const kind of ['stanza', 'node'] as const) {
    for (const id of corpus.nodeOf[kind].keys()) {
      const html = await readFile(join(folder, pagePath(kind, id), 'index.html'), 'utf8');
      for (const { anchor, path } of rowsOf(corpus, kind, id)) {
        if (!html.includes(` id="${anchor}"`)) missing.push(`${path} at ${id}:${anchor}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});

test('every page has twins, or links those that have what it shows', async () => {
  assert.deepEqual(await twinFaults(await liveSite()), []);
});

test('no link is in the line that opens a fold: a screen reader takes both for one', async () => {
  const folder = await liveSite();
  const wrong: string[] = [];
  for (const file of await pageFiles(folder)) {
    const html = await readFile(join(folder, file), 'utf8');
    for (const [, summary = ''] of html.matchAll(/<summary>(.*?)<\/summary>/gs))
      if (/<(a|button|input)\b/.test(summary)) wrong.push(`${file}: ${summary}`);
  }
  assert.deepEqual(wrong, []);
});
