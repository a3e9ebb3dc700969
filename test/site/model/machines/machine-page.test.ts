import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateDiagram } from '../../../../site/components/state-diagram.ts';
import { markupOf } from '../../../../site/html/html.ts';
import { machinePage } from '../../../../site/model/machines/machine-page.ts';
import { stateLayout } from '../../../../site/model/machines/state-layout.ts';
import { FILES, publicationOf } from '../../corpus-of.ts';

const { publication, links } = publicationOf({
  ...FILES,
  'flows/one.yaml': `{ id: one, title: One <b>, status: draft, spec_version: '0.1.0', summary: It ends.,
    participants: [{ id: a, label: A }, { id: b, label: B }], steps: [
    { from: a, to: b, label: start, confidence: unknown },
    { id: over, from: a, to: b, label: end, stanza: call-end, confidence: unknown } ] }`,
  'machines/side.yaml': `{ id: side, title: Side, status: draft, spec_version: '0.1.0', summary: Its states.,
    states: [{ id: here, title: '<i>Here' }, { id: there, title: There }, { id: gone, title: Gone }], transitions: [
    { from: here, to: gone, when: sent, stanza: call-end, evidence: ['flow/one#over'] },
    { from: here, to: there, when: received, label: 'a <word>', evidence: ['flow/one#over'] },
    { from: there, to: here, when: otherwise, label: time passes, evidence: ['flow/one#over'] } ] }`,
});

test('a transition says what happens, with the stanza and the steps that show it', () => {
  const { transitions } = machinePage(publication, links, 'side');
  assert.deepEqual(
    transitions.map(({ words, from, to }) => `${from.text} ${words} ${to.text}`),
    ['<i>Here sends end Gone', '<i>Here receives a <word> There', 'There time passes <i>Here'],
  );
  assert.equal(transitions[0]?.stanza?.href, '/base/stanzas/call-end/');
  assert.deepEqual(transitions[0]?.evidence, [
    { text: 'One <b>, step 2', href: '/base/flows/one/#over', confidence: 'unknown' },
  ]);
});

test('in the picture each state and each transition is a link with its text, and data is no markup', () => {
  const markup = markupOf(stateDiagram(machinePage(publication, links, 'side')));
  assert.deepEqual(
    [...markup.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href),
    ['#here', '#there', '#gone', ...Array(3).fill('/base/flows/one/#over')],
  );
  assert.match(markup, />receives a &lt;word&gt;<\/text>/);
  assert.doesNotMatch(markup.replaceAll(/"[^"]*"/g, ''), /<i>|<word>/);
});

test('lines of a picture do not lie on each other, and no text does', () => {
  const ways = [
    { from: 0, to: 1 },
    { from: 0, to: 1 },
    { from: 0, to: 3 },
    { from: 1, to: 3 },
    { from: 1, to: 3 },
    { from: 3, to: 0 },
    { from: 2, to: 3 },
  ];
  const { ways: placed, states } = stateLayout(4, ways);
  const texts = placed.map(({ text }) => text.y).sort((a, b) => a - b);
  for (const [i, y] of texts.entries()) assert.ok(i === 0 || y - (texts[i - 1] ?? 0) >= 12, String(y));
  const lanes = placed.flatMap(({ line }) => /H(\d+)V/.exec(line)?.[1] ?? []);
  assert.equal(new Set(lanes).size, 4);
  assert.equal(new Set(placed.map(({ line }) => line)).size, ways.length);
  for (const [i, { y }] of states.entries()) {
    const { y: before, height } = states[i - 1] ?? { y: -1, height: 0 };
    assert.ok(y > before + height);
  }
});
