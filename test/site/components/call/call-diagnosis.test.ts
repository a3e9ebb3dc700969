import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnosis } from '../../../../lib/diagnose/model/diagnosis.ts';
import { callDiagnosis } from '../../../../site/components/call/call-diagnosis.ts';
import { elementHtml } from '../../../../site/html/element-html.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { diagnosisView } from '../../../../site/model/diagnosis/diagnosis-view.ts';
import { htmlFaults } from '../../../helpers/site/html-faults.ts';
import {
  divergence,
  links,
  made,
  publication,
  row,
  seen,
  step,
} from '../../model/diagnosis/made-diagnosis.ts';

const printed = (more: Partial<Diagnosis>): string =>
  markupOf(
    elementHtml(
      callDiagnosis(
        diagnosisView(made(more), {
          corpus: publication.corpus,
          links,
          place: (line) => ({ text: `line ${line}`, href: undefined }),
        }),
      ),
    ),
  );
const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const DEPARTING: Partial<Diagnosis> = {
  rows: [
    row('seen', { step: step(0), seen: seen(1, '<end>'), answer: seen(2, '<ack>', { at: 133 }) }),
    row('left-out', { step: step(1) }),
    row('missing', { step: step(2), divergences: [0] }),
    row('contradicts', { step: step(3), seen: seen(4, '<end>'), divergences: [1], notes: ['7: refused.'] }),
    row('not-in-flow', { seen: seen(5, '<img src=x>', { stanza: undefined }) }),
    row('not-reached', { step: step(4) }),
  ],
  divergences: [
    divergence({
      expected: '<img src=x> was to be sent.',
      evidence: { techniques: [], flavors: [], sources: ['javascript:alert(1)', 'https://example.org/log'] },
    }),
    divergence({ kind: 'contradicts', path: 'call-end:@from', found: 'There is no from.' }),
  ],
  outcome: [{ event: 6, line: 7, isRefusal: false, words: 'refused.' }],
  unseen: [step(0)],
  leftOut: [{ line: 8, reason: 'it was cut off' }],
};

test('the diagram is an ordered list with who sends to whom, the verdict as a word, and the links of each row', () => {
  const html = printed(DEPARTING);
  const [first = '', , missing = ''] = html
    .slice(html.indexOf('<ol'))
    .split(/(?=<li class="(?:from|more))/)
    .slice(1);
  assert.match(words(first), /1 Server to → Callee device: ring/);
  assert.match(words(first), /seen line 1 ?, 0\.100 s/);
  assert.match(words(first), /Answered by &lt;ack&gt; after 33 ms \(line 2\)\./);
  assert.match(
    first,
    /<a class="number" href="\/base\/flows\/refused\/#ring" aria-label="Step 1 of “A refused call”">1<\/a>/,
  );
  assert.match(first, /<a href="\/base\/stanzas\/call-end\/">&lt;end&gt;<\/a>/);
  assert.match(missing, /^<li class="from-3 to-1 left missing">/);
  assert.match(words(missing), /missing unknown The call departs here\./);
  assert.equal(html.split('The call departs here.').length, 2);
});

test('what the log ends before, what it cannot show and what was not compared is said', () => {
  const text = words(printed(DEPARTING));
  for (const one of [
    'The log ends here; 1 step of the flow comes later',
    '1 step left out',
    'What this log cannot show The steps between others: 1 ring . What is not signaling, such as the media and the choice of a relay.',
    'What was not compared line 8: it was cut off',
    'How it ended line 7: refused.',
    '1 more further on',
  ])
    assert.ok(text.includes(one), `${one}\n${text}`);
});

test('a log of one side cannot show media, even where it shows every step', () => {
  assert.match(
    words(printed({})),
    /Nothing departs from “A refused call”\..*What this log cannot show .*media/,
  );
});

test('texts of a log and of a corpus are escaped, and only https leads out', () => {
  const html = printed(DEPARTING);
  assert.doesNotMatch(html, /<img/);
  assert.doesNotMatch(html, /href="javascript/);
  assert.match(html, /&lt;img src=x&gt; was to be sent\./);
  assert.match(html, /href="https:\/\/example\.org\/log"/);
});

test('the HTML is valid', async () => {
  const page = `<!DOCTYPE html><html lang="en"><head><title>A call</title></head><body><main><h1>A</h1><h2>B</h2>${printed(DEPARTING)}</main></body></html>`;
  assert.deepEqual(await htmlFaults(page), []);
});
