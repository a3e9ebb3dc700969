import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../lib/corpus/load/load-corpus.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { memoryFiles } from '../../../lib/corpus/ports/memory-files.ts';
import { bundleOf } from '../../../lib/diff/bundle/bundle-of.ts';
import { compare } from '../../../lib/diff/changes/compare.ts';
import { type ReviewInput, renderReviewCard } from '../../../lib/pull-request/render-review-card.ts';
import { validateSpec } from '../../../lib/rules/validate-spec.ts';
import { minimalStanza } from '../../helpers/temp-spec.ts';

type Files = Readonly<Record<string, string>>;

const corpusOf = (files: Files): Corpus => loadCorpus(memoryFiles(files)).corpus;

function card(before: Files, after: Files, more: Partial<ReviewInput> = {}): string {
  const { corpus: head, findings } = validateSpec(memoryFiles(after));
  const changes = compare(bundleOf(corpusOf(before)), bundleOf(head));
  return renderReviewCard({ changes, head, findings, captures: [], coverage: [], ...more });
}

/** The rows of a table in a fold, as cells. */
function rowsOf(text: string, heading: string): string[][] {
  const [, rest = ''] = text.split(new RegExp(`<summary>${heading} \\(\\d+\\)</summary>\n\n`));
  const [table = ''] = rest.split('\n\n');
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}

const TECHNIQUES: Files = Object.fromEntries(
  ['websocket-capture', 'frida-hooking'].map((id) => [
    `techniques/${id}.yaml`,
    `id: ${id}\ntitle: T\nstatus: draft\nmaturity: established\nsummary: S\ntargets: []\nstrengths: []\nlimitations: []\ntooling: []\nchannel: ${id === 'frida-hooking' ? 'runtime' : 'wire'}\n`,
  ]),
);
const FLAVOR = `id: client
name: Client
repository: https://git.example.org/owner/client
commit: 0123456789abcdef0123456789abcdef01234567
status: draft
`;
const attribute = (
  name: string,
  confidence: string,
  provenance: string,
  more = '',
): string => `  - name: ${name}
    type: string
    required: true
    confidence: ${confidence}
    description: What ${name} says.
    provenance: ${provenance}
${more}`;
const WIRE = "{ techniques: [websocket-capture], sources: ['#1'] }";
const BOTH = "{ techniques: [websocket-capture, frida-hooking], sources: ['#1', '#2'] }";
const CODE = "{ flavors: [client], sources: ['client:src/a.ts#L1-L2'] }";

const files = (attributes: string, questions = ''): Files => ({
  ...TECHNIQUES,
  'spec.yaml': "title: Pings\nversion: '1.0.0'\npolicy: strict\n",
  'flavors/client.yaml': FLAVOR,
  'stanzas/ping.yaml': minimalStanza('ping', `attributes:\n${attributes}${questions}`),
});

const QUESTION = (status: string): string => `open_questions:
  - id: ping-1
    question: Who sends it?
    status: ${status}
`;

const BASE = files(
  attribute('stays', 'probable', WIRE) +
    attribute('rises', 'probable', WIRE) +
    attribute('sinks', 'probable', WIRE) +
    attribute('goes', 'probable', WIRE) +
    attribute('turns', 'probable', WIRE),
  QUESTION('open'),
);
const HEAD = files(
  attribute('stays', 'probable', WIRE) +
    attribute('rises', 'confirmed', BOTH) +
    attribute('sinks', 'speculative', WIRE) +
    attribute(
      'turns',
      'probable',
      WIRE,
      "    disputes: [{ claim: 'Others say no.', sources: ['#3'] }]\n",
    ).replace(
      'required: true\n    confidence: probable\n    description: What turns',
      'required: false\n    confidence: probable\n    description: What turns',
    ) +
    attribute('comes', 'confirmed', CODE),
  QUESTION('resolved\n    answer: The server.'),
);

test('the card shows the change of each fact, its evidence and the verdict of the rule', () => {
  const text = card(BASE, HEAD);
  assert.match(
    text,
    /^# Review card\n\nFacts: 1 removed, 1 added, 1 raised, 1 lowered, 1 changed; 1 question answered; 1 dispute opened; 1 error\.\n/,
  );
  assert.deepEqual(rowsOf(text, 'Facts removed or moved'), [['`ping:@goes`', 'removed']]);
  const [added = []] = rowsOf(text, 'Facts added');
  assert.equal(added[0], '`ping:@comes`');
  assert.match(
    added[2] ?? '',
    /1 implementation; \[`client:src\/a\.ts#L1-L2`\]\(<https:\/\/git\.example\.org\//,
  );
  assert.match(
    added[3] ?? '',
    /^\*\*too high\*\*: claims confirmed, but its evidence supports probable: .*would confirm it/,
  );
  const [raised = []] = rowsOf(text, 'Facts raised');
  assert.match(raised[1] ?? '', /^probable to confirmed; gains technique `frida-hooking`/);
  assert.match(raised[2] ?? '', /^observed on the wire and in a running client; `#2`; `#1`$/);
  assert.equal(raised[3], 'supported');
  assert.deepEqual(rowsOf(text, 'Facts lowered')[0]?.[3], 'supported; could be raised to probable');
  const [changed = []] = rowsOf(text, 'Facts changed');
  assert.match(changed[1] ?? '', /required `yes` to `no`; dispute opened: Others say no\\?\./);
  assert.doesNotMatch(text, /@stays/);
});

test('it shows the rows as they will appear, questions with their answers, and disputes', () => {
  const text = card(BASE, HEAD);
  const rows = rowsOf(text, 'Preview of the rows');
  assert.deepEqual(rows.map(([name]) => name).sort(), [
    '`ping:@comes`',
    '`ping:@rises`',
    '`ping:@sinks`',
    '`ping:@turns`',
  ]);
  assert.deepEqual(
    rows.find(([name]) => name === '`ping:@turns`'),
    ['`ping:@turns`', '`string`', 'no', 'probable', 'What turns says.', '', '`websocket-capture`, 1 source'],
  );
  assert.deepEqual(rowsOf(text, 'Questions'), [['`ping-1`', 'answered', 'Who sends it?', 'The server.', '']]);
  assert.deepEqual(rowsOf(text, 'Disputes'), [['`ping:@turns`', 'opened', 'Others say no.']]);
});

test('it has findings, captures and coverage', () => {
  const text = card(BASE, HEAD, {
    captures: [
      { id: 'good', records: '7 records, all new', fixedPoint: true, note: '' },
      { id: 'bad', records: '', fixedPoint: false, note: '2 JIDs' },
      { id: 'odd', records: '', fixedPoint: undefined, note: 'no stanza' },
    ],
    coverage: [
      { name: 'Facts', before: '5', after: '5' },
      { name: 'Coverage', before: '50 %', after: '60 %' },
    ],
    remarks: ['The base is broken.'],
  });
  assert.match(text, /The base is broken\./);
  assert.match(
    rowsOf(text, 'Findings').map(String).join('\n'),
    /\*\*error\*\*,`spec\/stanzas\/ping\.yaml:\d+`,`evidence\/too-high`/,
  );
  assert.deepEqual(
    rowsOf(text, 'Captures and the sanitizer').map(([id, records, verdict]) => `${id} ${records} ${verdict}`),
    [
      '`good` 7 records, all new unchanged when sanitized again',
      '`bad`  **changed when sanitized again**',
      '`odd`  **cannot be read**',
    ],
  );
  assert.deepEqual(rowsOf(text, 'Coverage'), [
    ['Facts', '5', '5'],
    ['Coverage', '50 %', '**60 %**'],
  ]);
});

test('no changes give a sentence', () => {
  assert.equal(card(BASE, BASE), '# Review card\n\nNo fact changes.\n');
});

/** A bar that no backslash escapes, as GitHub reads tables: a backslash and the sign behind it belong together. */
const BAR = /(?<=(?<!\\)(?:\\\\)*)\|/;

const HOSTILE =
  '</td></table><script>alert(1)</script> | ![x](https://evil.example/x.png) [click](javascript:alert(1)) `` ``` ` \\| \\\\| @everyone <!-- \\u202e';

test('hostile text of a contribution takes no effect in any cell', () => {
  const quoted = JSON.stringify(`${HOSTILE}\n\n# Approved\n\n| a | b |\n::error::x`);
  const bad = files(
    `  - name: x
    type: string
    confidence: probable
    description: ${quoted}
    when: ${quoted}
    observed_values: [${quoted}]
    provenance: { techniques: [websocket-capture], sources: [${quoted}, 'client:a)](x)|b.ts'] }
    disputes: [{ claim: ${quoted} }]
`,
    `open_questions:\n  - id: q\n    question: ${quoted}\n    status: resolved\n    answer: ${quoted}\n`,
  );
  const text = card(BASE, bad, {
    captures: [{ id: 'x', records: '', fixedPoint: undefined, note: HOSTILE }],
    coverage: [{ name: HOSTILE, before: HOSTILE, after: HOSTILE }],
    remarks: [HOSTILE],
  });
  // Code is shown verbatim, so closed code spans are removed before the check.
  const ours = /^(?:<details(?: open)?><summary>[A-Z][a-z ]+ \(\d+\)<\/summary>|<\/details>)$/gm;
  const outside = text.replace(ours, '').replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  assert.doesNotMatch(outside, /<(?!https:\/\/git\.example\.org\/)/, 'no tag');
  assert.doesNotMatch(
    outside,
    /(?<!\\)!?\[[^\n]*?(?<!\\)\]\((?!<https:\/\/git\.example\.org\/)/,
    'no link or image',
  );
  assert.doesNotMatch(text, /^(?:# Approved|::|\| a \| b \|)/m, 'no line of its own');
  for (const line of text.split('\n').filter((one) => one.startsWith('|'))) {
    const cells = line.split(BAR).length - 2;
    assert.ok(cells >= 2 && cells <= 7, line);
  }
  // Every row has as many cells as its head.
  for (const table of text
    .trim()
    .split('\n\n')
    .filter((block) => block.startsWith('|'))) {
    const counts = new Set(table.split('\n').map((line) => line.split(BAR).length));
    assert.equal(counts.size, 1, table);
  }
});

test('a card that is too long for a summary is cut between its parts, and says so', () => {
  const many: Files = {
    ...TECHNIQUES,
    ...Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id) => {
        const attributes = Array.from({ length: 100 }, (_, i) =>
          attribute(`n${i}`, 'probable', WIRE).replace(
            /description: .*/,
            `description: '${'é|'.repeat(150)}'`,
          ),
        );
        return [`stanzas/${id}.yaml`, minimalStanza(id, `attributes:\n${attributes.join('')}`)];
      }),
    ),
  };
  const text = card(BASE, many);
  assert.ok(new TextEncoder().encode(text).length < 1024 * 1024);
  assert.match(text, /And 200 more\./);
  const note = Array.from({ length: 200 }, (_, i) => ({
    id: `c${i}`,
    records: '',
    fixedPoint: false,
    note: '\u0007'.repeat(400),
  }));
  const measures = Array.from({ length: 200 }, () => ({
    name: '\u0007'.repeat(9000),
    before: '',
    after: '',
  }));
  const cut = card(BASE, many, { captures: note, coverage: measures });
  assert.ok(new TextEncoder().encode(cut).length < 1024 * 1024);
  assert.match(cut, /The card is too long; \d+ sections were omitted/);
});

test('a call that shows what is known is a card of a few lines: facts are counted once, and tables are folded', () => {
  const before = files(attribute('one', 'probable', WIRE) + attribute('two', 'probable', WIRE));
  const more = "{ techniques: [websocket-capture], sources: ['#1', 'capture:a-call#1', 'capture:a-call#2'] }";
  const after = {
    ...files(attribute('one', 'probable', more) + attribute('two', 'probable', more)),
    'captures/a-call.yaml': `id: a-call
status: draft
source: { technique: websocket-capture, client: official, platform: A platform }
observer: caller
confidence: probable
sanitized: true
trace:
  - { at: 0, direction: outgoing, body: '<ping one="a" two="b"/>' }
  - { at: 5, direction: outgoing, body: '<ping one="a" two="b"/>' }
`,
  };
  const captures = [{ id: 'a-call', records: '2 records, all new', fixedPoint: true, note: '' }];
  const text = card(before, after, { captures });
  const [unfolded = ''] = text.split('<details');
  assert.match(
    unfolded,
    /^\*\*`a-call`\*\*: a call of 2 stanzas; seen by the caller; A platform; .*; sanitized\.$/m,
  );
  assert.match(unfolded, /^- \*\*Supports\*\* 2 facts as a further source: 2 of `ping`$/m);
  assert.ok(unfolded.trim().split('\n').length <= 12, unfolded);
  assert.deepEqual(rowsOf(text, 'Facts with a further source'), [
    ['`ping`', '`@one` (2 sources), `@two` (2 sources)', '`capture:a-call#1`, `capture:a-call#2`'],
  ]);
  assert.deepEqual(rowsOf(text, 'Preview of the rows'), []);
});
