import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { callsOfLog } from '../../../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../../../lib/diagnose/diagnose-call.ts';
import type { Diagnosis } from '../../../../lib/diagnose/model/diagnosis.ts';
import { diagnosisMarkdown } from '../../../../lib/diagnose/render/diagnosis-markdown.ts';
import { diagnosisPretty } from '../../../../lib/diagnose/render/diagnosis-pretty.ts';
import { quotedCall } from '../../../../lib/diagnose/render/quoted-call.ts';
import { DIAGNOSED_SPEC } from '../../../helpers/calls/diagnosed-spec.ts';
import { corpusOf } from '../../capture/nodes.ts';

const HOSTILE = [
  'a\u001b[31mred',
  '::error::x',
  '##[error]x',
  'b\u202etxt',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x)',
  '```',
  '| a |',
  '@somebody #1',
  'https://evil.example',
].join(' ');

/** The keys of a diagnosis whose values are free texts, from a corpus or a log. */
const TEXTS =
  /^(?:title|label|words|expected|found|claim|text|answer|reason|path|techniques|flavors|sources|follows|alsoFits|does|leavesOut)$/;

/** A diagnosis in which every free text is hostile. */
function hostile<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (TEXTS.test(key) ? `${value} ${HOSTILE}` : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => hostile(one, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)])) as T;
}

const corpus = corpusOf(DIAGNOSED_SPEC);
const LOG = `10:00:00.000 <- <call from="A@s.whatsapp.net" id="1"><offer call-id="C1" call-creator="A@s.whatsapp.net"><net/><audio/></offer></call>
10:00:01.000 -> <call to="A@s.whatsapp.net" id="2"><accept call-id="C1" call-creator="A@s.whatsapp.net"/></call>
10:00:09.000 <- <call from="A@s.whatsapp.net" id="3"><terminate call-id="C1" call-creator="A@s.whatsapp.net" reason="timeout"/></call>
`;
const log = reviewStanzas(parse(LOG), corpus);
const [call] = callsOfLog(log);
assert.ok(call);
const plain: Diagnosis = diagnoseCall(call, corpus);
const bad = hostile({
  ...plain,
  outcome: [{ event: 0, line: 1, isRefusal: false, words: 'ended' }],
  answers: [{ question: 'q', owner: 'o', text: 'why', because: '', answer: 'so' }],
  unseen: plain.rows.flatMap(({ step }) => step ?? []),
  leftOut: [{ line: 1, reason: 'why' }],
});
const addresses = {
  path: () => 'javascript:alert(1)',
  source: (text: string) => ({ text, url: 'https://a.example/ ) [x](y' }),
};

describe('a diagnosis with hostile texts', () => {
  it('reaches a terminal without control characters and commands', () => {
    const text = diagnosisPretty(bad, { addresses, calls: 1, log: HOSTILE });
    assert.ok(plain.divergences.length >= 2, 'something departs');
    assert.match(text, /\\u\{001b\}\[31mred/);
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|##\[|^\s*::/m);
    assert.doesNotMatch(text, /javascript:alert\(1\)$/m, 'an address is a checked one');
  });

  it('reaches an issue without markup, mentions and links of its own', () => {
    const text = diagnosisMarkdown(bad, quotedCall(call, log), { addresses, calls: 1, log: HOSTILE });
    const outside = text.replace(/^```+\n[\s\S]*?^```+$/gm, '');
    assert.doesNotMatch(outside, /<img|(?<!\\)\[x\]|[@#]somebody|#1|(?<!\\)```/);
    assert.deepEqual(
      [...outside.matchAll(/<\/?(?!https:)([a-z]+)/g)]
        .map(([, tag]) => tag)
        .filter((tag) => !/^(?:details|summary)$/.test(tag ?? '')),
      [],
    );
    assert.equal(outside.match(/<details>/g)?.length, outside.match(/<\/details>/g)?.length);
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]|##\[/);
    // Every row of the table has as many cells.
    const rows = outside.split('\n').filter((row) => row.startsWith('|'));
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 6, row);
  });

  it('quotes stanzas so that nothing in them ends the quote', () => {
    const quote = { text: '```\n</details>\n', leftOut: 2 };
    const text = diagnosisMarkdown(plain, quote, { addresses, calls: 1 });
    assert.match(text, /^````\n```\n<\/details>\n````\n\n2 stanzas at the end left out\.$/m);
  });
});
