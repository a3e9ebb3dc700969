import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnosis } from '../../../../lib/diagnose/model/diagnosis.ts';
import type { CallRow } from '../../../../site/model/diagnosis/call-row.ts';
import { callTitle } from '../../../../site/model/diagnosis/diagnosis-headline.ts';
import { type DiagnosisView, diagnosisView } from '../../../../site/model/diagnosis/diagnosis-view.ts';
import type { FoldedRows } from '../../../../site/model/diagnosis/diagram-items.ts';
import { divergence, links, made, publication, row, seen, step } from './made-diagnosis.ts';

const { corpus } = publication;
const view = (more: Partial<Diagnosis>): DiagnosisView =>
  diagnosisView(made(more), {
    corpus,
    links,
    place: (line) => ({ text: `line ${line}`, href: `#${line}` }),
  });
const rowsOf = ({ items }: DiagnosisView): CallRow[] =>
  items.flatMap((one) => (one.kind === 'row' ? [one] : []));
const foldsOf = ({ items }: DiagnosisView): FoldedRows[] =>
  items.flatMap((one) => (one.kind === 'fold' ? [one] : []));

test('a row leads to its step, to the page of its stanza and to its line, and says when it came', () => {
  const [one] = rowsOf(view({ rows: [row('seen', { step: step(0), seen: seen(12, '<end>') })] }));
  assert.deepEqual(
    [one?.words, one?.number, one?.step, one?.seen],
    [
      'seen',
      1,
      { text: 'ring', href: '/base/flows/refused/#ring' },
      {
        place: { text: 'line 12', href: '#12' },
        time: '1.200 s',
        stanza: { text: '<end>', href: '/base/stanzas/call-end/' },
      },
    ],
  );
});

test('a step without an id has the place of its number', () => {
  const [one] = rowsOf(view({ rows: [row('missing', { step: step(4) })] }));
  assert.equal(one?.step?.href, '/base/flows/refused/#step-5');
});

test('an arrow has the columns and the way of its step', () => {
  const rows = [0, 2, 3].map((index) => row('seen', { step: step(index) }));
  assert.deepEqual(
    rowsOf(view({ rows })).map(({ classes, from, to, way }) => [classes, from, to, way]),
    [
      ['from-2 to-3 right', 'Server', 'Callee device', 'right'],
      ['from-3 to-1 left', 'Callee device', 'Caller', 'left'],
      ['from-3 to-3 self', 'Callee device', 'Callee device', 'self'],
    ],
  );
});

test('what is no step of the flow comes to the observer or leaves it, and nobody says from or to whom', () => {
  const rows = [
    row('not-in-flow', { seen: seen(1, '<a>') }),
    row('not-in-flow', { seen: seen(2, '<b>', { direction: 'outgoing' }) }),
  ];
  assert.deepEqual(
    rowsOf(view({ rows })).map(({ from, to, way }) => [from, to, way]),
    [
      ['somebody', 'Callee device', 'stub'],
      ['Callee device', 'somebody', 'stub'],
    ],
  );
  // A step of another flow, whose participants the diagram does not have.
  const other = { ...step(2), from: 'callee', to: 'guest' };
  const [one] = rowsOf(view({ rows: [row('seen', { step: other })] }));
  assert.deepEqual([one?.from, one?.to, one?.way], ['Callee device', 'somebody', 'stub']);
});

test('an answer is in the row of what it answers, with how long it took', () => {
  const answer = (at: number | undefined, notes: string[] = []): CallRow['answer'] =>
    rowsOf(
      view({
        rows: [
          row('seen', {
            step: step(0),
            seen: seen(1, '<end>'),
            answer: seen(2, '<ack class="call" error="7">', { at }),
            notes,
          }),
        ],
      }),
    )[0]?.answer;
  assert.deepEqual([answer(133)?.words, answer(133)?.place.text], [' after 33 ms', 'line 2']);
  assert.equal(answer(2540)?.words, ' after 2.4 s');
  assert.deepEqual([answer(undefined)?.words, answer(50)?.words], ['', '']);
  // In short, unless something is said of it.
  assert.equal(answer(133)?.stanza.text, '<ack>');
  assert.equal(answer(133, ['7: refused.'])?.stanza.text, '<ack class="call" error="7">');
});

test('the steps that the log ends before are in a fold at its end', () => {
  const found = view({
    rows: [
      row('seen', { step: step(0), seen: seen(1, '<end>') }),
      row('not-reached', { step: step(2) }),
      row('not-reached', { step: step(4) }),
    ],
  });
  assert.deepEqual(
    found.items.map((one) => (one.kind === 'row' ? one.words : one.words)),
    ['seen', 'The log ends here; 2 steps of the flow come later'],
  );
  assert.deepEqual(
    foldsOf(found)[0]?.rows.map(({ number, step: at }) => [number, at?.href]),
    [
      [3, '/base/flows/refused/#refuse'],
      [5, '/base/flows/refused/#step-5'],
    ],
  );
});

test('steps left out are folded where they are; so are many stanzas in a row that say the same', () => {
  const others = (n: number) =>
    Array.from({ length: n }, (_, i) => row('not-in-flow', { seen: seen(i + 1, '<a>') }));
  const again = (n: number) =>
    Array.from({ length: n }, (_, i) => row('seen', { step: step(0), seen: seen(i + 1, '<end>') }));
  const words = (rows: Diagnosis['rows'], more: Partial<Diagnosis> = {}): string[] =>
    view({ rows, ...more }).items.map((one) => one.words);
  assert.deepEqual(words([row('left-out', { step: step(1) })]), ['1 step left out']);
  assert.deepEqual(words(others(3)), Array(3).fill('not in the flow'));
  assert.deepEqual(words(others(4)), ['4 stanzas that the flow does not have']);
  assert.deepEqual(words(again(4)), ['seen', 'The same step 3 more times']);
  // Nothing that departs is folded.
  const departing = others(5).map((one, i) => (i === 2 ? { ...one, divergences: [0] } : one));
  assert.deepEqual(
    words(departing, { divergences: [divergence()] }).filter((one) => one !== 'not in the flow'),
    [],
  );
});

test('the first divergence is in the headline, with what is known of it', () => {
  const found = view({
    rows: [
      row('seen', { step: step(0), seen: seen(1, '<end>') }),
      row('missing', { step: step(2), divergences: [0] }),
      row('late', { step: step(4), seen: seen(9, '<end>'), divergences: [1] }),
    ],
    divergences: [
      divergence({
        evidence: {
          techniques: ['websocket-capture'],
          flavors: ['meow'],
          sources: ['meow:src/call.go#L9', 'https://example.org/log'],
        },
        clients: { does: ['official'], leavesOut: ['meow'] },
        disputes: [{ claim: 'It `never` comes.', flavors: ['meow'] }],
        follows: ['The server ends the call.'],
      }),
      divergence({ kind: 'late', path: 'call-end:@from' }),
    ],
  });
  assert.equal(found.departs, true);
  assert.equal(found.headline, 'Departs at line 4: A refuse was to be sent. <bye> came without it.');
  const [first, second] = found.departures;
  assert.deepEqual(first?.path, { text: 'flow/refused#refuse', href: '/base/flows/refused/#refuse' });
  assert.equal(second?.path.href, '/base/stanzas/call-end/#@from');
  assert.equal(first?.evidence, '1 implementation, 2 sources');
  assert.deepEqual(
    first?.sources.map(({ flavor, places }) => [flavor?.text, places.map(({ text }) => text)]),
    [
      ['meow', ['call.go#L9']],
      [undefined, ['https://example.org/log']],
    ],
  );
  assert.deepEqual(
    [first?.does.map(({ text }) => text), first?.leavesOut.map(({ text }) => text)],
    [['official clients'], ['meow']],
  );
  assert.equal(first?.disputes[0]?.claim, 'It never comes.');
  assert.deepEqual(
    rowsOf(found).map(({ isFirst, departs }) => [isFirst, departs.length]),
    [
      [false, 0],
      [true, 1],
      [false, 1],
    ],
  );
});

test('a fact that is contradicted is told in one sentence, which says what the spec requires', () => {
  const found = '<b> comes before <a> in <end>; the spec requires it after.';
  const how = { kind: 'order', tag: 'a', before: 'b', parent: 'end' } as const;
  const path = 'call-end:end';
  const one = view({
    rows: [row('contradicts', { step: step(0), seen: seen(1, '<end>'), divergences: [0] })],
    divergences: [
      divergence({
        kind: 'contradicts',
        path,
        expected: 'In <end>, <a> must come before <b>.',
        found,
        verdict: { verdict: 'contradicts', path, count: 1, confidence: 'probable', how },
      }),
    ],
  });
  assert.equal(one.headline, `Departs at line 4: ${found}`);
  assert.deepEqual(rowsOf(one)[0]?.departs, [found]);
  // Where both are told apart, the rule is a rule.
  assert.equal(one.departures[0]?.expected, 'In <end>, <a> must come before <b>.');
});

test('where nothing departs, or no flow fits, the page says so', () => {
  const agrees = view({ alsoFits: ['refused'] });
  assert.deepEqual([agrees.departs, agrees.headline], [false, 'Nothing departs from “A refused call”.']);
  assert.deepEqual(agrees.alsoFits, [{ text: 'A refused call', href: '/base/flows/refused/' }]);
  const none = view({ flow: undefined, observer: undefined, participants: [] });
  assert.deepEqual(
    [none.departs, none.headline, none.columns],
    [true, 'No flow of the spec fits this call.', 'stacked'],
  );
});

test('a call is named by its number and by whose log it is', () => {
  assert.equal(callTitle(made({}), 2), 'Call 1 of 2, seen by the callee device');
  const web = { id: 'a', label: 'WhatsApp Web' };
  assert.equal(callTitle(made({ observer: web }), 2), 'Call 1 of 2, seen by WhatsApp Web');
  assert.equal(callTitle(made({ observer: undefined }), 1), 'Call 1 of 1');
});
