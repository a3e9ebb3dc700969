import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../../../lib/corpus/answers/answers-to.ts';
import { answersJson } from '../../../../lib/export/answers/answers-json.ts';
import { answersMarkdown } from '../../../../lib/export/answers/answers-markdown.ts';
import { answersSection } from '../../../../site/components/answers-section.ts';
import { html, markupOf } from '../../../../site/html/html.ts';
import { answersView } from '../../../../site/model/answers/answers-view.ts';
import { textLinksOf } from '../../../../site/model/text/text-links.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../../../site/corpus-of.ts';

const flow = (id: string, rest: string): string => `id: ${id}
title: The ${id}
status: draft
spec_version: '1.0.0'
summary: One answers another.
participants: [{ id: server, label: Server }, { id: client, label: Client }]
${rest}`;
const PROVENANCE = "provenance: { sources: ['#1'] }";

const STANZAS = {
  'spec.yaml': "title: A spec\nversion: '1.0.0'\n",
  'stanzas/ring.yaml': minimalStanza('ring'),
  'stanzas/pong.yaml': minimalStanza('pong'),
  'stanzas/take.yaml': minimalStanza('take'),
};

const { publication, links } = publicationOf({
  ...STANZAS,
  'flows/rules.yaml': flow(
    'rules',
    `rules: true
steps:
  - { id: any, from: server, to: client, label: any, confidence: unknown, one_of: [ring, take] }
  - id: answer
    from: client
    to: server
    label: pong <of it>
    confidence: probable
    stanza: pong
    answers: any
    echoes: [{ attribute: id }, { attribute: to, of: from }]
    ${PROVENANCE}
  - { id: mine, from: client, to: server, label: mine, confidence: unknown, stanza: ring }
  - id: back
    from: server
    to: client
    label: pong
    confidence: unknown
    stanza: pong
    answers: mine
    within: { ms: 2000, ${PROVENANCE} }
`,
  ),
  'flows/call.yaml': flow(
    'call',
    `steps:
  - { id: ring, from: server, to: client, label: ring, confidence: unknown, stanza: ring }
  - { id: pong, from: client, to: server, label: pong, confidence: unknown, stanza: pong, answers: ring }
  - { id: take, from: client, to: server, label: take, confidence: unknown, stanza: take, answers: ring, within: { ms: 60000, ${PROVENANCE} } }
`,
  ),
  'flows/short.yaml': flow(
    'short',
    `steps:
  - { id: ring, from: server, to: client, label: ring, confidence: unknown, stanza: ring }
  - { id: take, from: client, to: server, label: take, confidence: unknown, stanza: take, answers: ring, within: { ms: 45000, ${PROVENANCE} } }
`,
  ),
  'relay/rules.yaml': `id: rules
code: ABC-01
category: relay
title: Rules
summary: What must be answered.
requirements:
  - { id: first, level: must, actor: reader, subject: 'flow/rules#answer', text: Answer first., consequence: It comes again., confidence: unknown }
`,
  'enums/errors.yaml': `id: errors
title: Errors
status: draft
summary: Why it is refused.
values:
  - { value: '7', confidence: unknown, description: Too late. So it was said., refuses: [ring], remedy: Stop ringing. }
  - { value: '8', confidence: unknown, description: Not known what., refuses: [ring] }
  - { value: '9', confidence: unknown, description: Of another., refuses: [take] }
`,
});
const { corpus } = publication;

test('a rule says what a client sends for what it received, and what it gets for what it sent', () => {
  const { answers } = answersTo(corpus, 'ring');
  assert.deepEqual(
    answers.map(({ when, answer, consequences }) => [
      when,
      answer.fact.path,
      consequences.map(({ path }) => path),
    ]),
    [
      ['received', 'flow/rules#answer', ['part/rules#first']],
      ['sent', 'flow/rules#back', []],
    ],
  );
  assert.deepEqual(
    answersTo(corpus, 'take').answers.map(({ when }) => when),
    ['received'],
  );
});

test('what flows of calls answer comes besides, with its longest time, without what a rule says', () => {
  assert.deepEqual(
    answersTo(corpus, 'ring').replies.map(({ stanzas, within, steps }) => [
      stanzas,
      within?.ms,
      steps.map(({ fact }) => fact.path),
    ]),
    [[['take'], 60_000, ['flow/call#take', 'flow/short#take']]],
  );
});

test('errors are the values that refuse the stanza', () => {
  assert.deepEqual(
    answersTo(corpus, 'ring').errors.map(({ path }) => path),
    ['errors=7', 'errors=8'],
  );
  assert.deepEqual(answersTo(corpus, 'pong').errors, []);
});

test('what nothing answers says what it answers itself', () => {
  const { answers, answered } = answersTo(corpus, 'pong');
  assert.deepEqual(answers, []);
  assert.deepEqual(
    answered.map(({ fact }) => fact.path),
    ['flow/rules#any', 'flow/rules#mine'],
  );
  const view = answersView(corpus, links, 'pong');
  assert.ok(view !== undefined);
  const text = markupOf(html`${answersSection(view, textLinksOf(publication, links))}`);
  assert.match(
    text,
    /itself the answer to <a href="[^"]*rules\/#any">any<\/a>, <a [^>]*>mine<\/a>\. No answer to it is known/,
  );
  const addresses = { fact: () => '', step: () => '/step' };
  assert.match(answersMarkdown(corpus, 'pong', addresses).join('\n'), /^It is itself the answer to \[any\]/);
});

test('the section says each of these, links it, and says what is not known', () => {
  const view = answersView(corpus, links, 'ring');
  assert.ok(view !== undefined);
  const text = markupOf(html`${answersSection(view, textLinksOf(publication, links))}`);
  assert.match(
    text,
    /receive it<\/th><td data-label="Answer">send <a href="[^"]*flows\/rules\/#answer">pong &lt;of it&gt;/,
  );
  assert.match(text, /<code>id<\/code> and <code>from<\/code> as <code>to<\/code>/);
  assert.match(text, /send it<\/th>.*2 s<\/td>/s);
  assert.match(text, /Time">not known</);
  assert.match(text, /Without an answer: .*It comes again\./);
  assert.match(text, /take<\/a> \(<a [^>]*flows\/call\/#take">Client to Server<\/a>, within 1 min\)/);
  assert.match(text, /Too late\.<\/td><td data-label="What to do">Stop ringing\./);
  assert.match(text, /Not known what\.<\/td><td data-label="What to do">not known/);
});

test('the Markdown says the same', () => {
  const text = answersMarkdown(corpus, 'ring', {
    fact: ({ path }) => path,
    step: (flow, { id = '' }) => `/${flow}#${id}`,
  }).join('\n');
  assert.match(text, /\| receive it, send \| \[pong .*\]\(<?\/rules#answer>?\), probable \|/);
  assert.match(text, /It comes again\./);
  assert.match(text, /- `take`, within 1 min/);
  assert.match(text, /\| `8`, unknown \| Not known what\. \| not known \|/);
});

test('an envelope names the stanzas in it that are answered in another way, with their answer', () => {
  const { publication: of, links: to } = publicationOf({
    ...STANZAS,
    'stanzas/envelope.yaml': minimalStanza('envelope'),
    'stanzas/ring.yaml': minimalStanza('ring', 'envelope: envelope\n'),
    'stanzas/take.yaml': minimalStanza('take', 'envelope: envelope\n'),
    'flows/rules.yaml': flow(
      'rules',
      `rules: true
steps:
  - { id: special, from: server, to: client, label: special, confidence: unknown, one_of: [ring] }
  - { id: got, from: client, to: server, label: got <it>, confidence: unknown, stanza: pong, answers: special }
  - { id: any, from: server, to: client, label: any, confidence: unknown, one_of: [take, envelope] }
  - { id: answer, from: client, to: server, label: done, confidence: unknown, stanza: pong, answers: any }
`,
    ),
  });
  const view = answersView(of.corpus, to, 'envelope');
  assert.ok(view !== undefined);
  const text = markupOf(html`${answersSection(view, textLinksOf(of, to))}`);
  assert.match(
    text,
    /Answered otherwise: <a href="[^"]*stanzas\/ring\/">ring<\/a> \(send <a href="[^"]*rules\/#got">got &lt;it&gt;<\/a>\)/,
  );
  const addresses = { fact: () => '', step: () => '/step' };
  assert.match(
    answersMarkdown(of.corpus, 'envelope', addresses).join('\n'),
    /Answered otherwise: `ring` \(send /,
  );
  assert.deepEqual(answersJson(of.corpus, 'envelope', addresses)?.answered_otherwise, [
    { stanzas: ['ring'], label: 'got <it>', path: 'flow/rules#got' },
  ]);
  assert.deepEqual(answersTo(of.corpus, 'ring').exceptions, []);
});

test('the time of a flow for one stanza goes before that of a rule about many, and a limit before what was seen', () => {
  const times = (more: Readonly<Record<string, string>>): unknown =>
    answersTo(publicationOf({ ...RULED, ...more }).publication.corpus, 'ring').answers.map(
      ({ within }) => within?.seen_ms ?? within?.ms,
    );
  const call = (id: string, ms: number | string, back: string): Record<string, string> => ({
    [`flows/${id}.yaml`]: flow(
      id,
      `steps:
  - { id: ring, from: client, to: server, label: ring, confidence: unknown, stanza: ring }
  - { id: back, from: server, to: client, label: back, confidence: unknown, stanza: ${back}, answers: ring, within: { ms: ${ms}, ${PROVENANCE} } }
`,
    ),
  });
  assert.deepEqual(times({}), [2000]);
  assert.deepEqual(times({ ...call('a', 5000, 'pong'), ...call('b', 10_000, 'pong') }), [10_000]);
  assert.deepEqual(times(call('a', 5000, 'take')), [2000]);
  const seen = { ...call('a', '9000, seen_ms: 700', 'pong'), ...call('b', '2000, seen_ms: 800', 'pong') };
  assert.deepEqual(times(seen), [800]);
  assert.deepEqual(times({ ...seen, ...call('c', 500, 'pong') }), [500]);
});

test('a time that was only seen is nowhere called a limit, and a limit says who shows it', () => {
  const said = (within: string) => {
    const { publication: of, links: to } = publicationOf({
      ...RULED,
      'flavors/meow.yaml': '{ id: meow, name: meow }',
      'flows/rules.yaml': RULED['flows/rules.yaml'].replace(/within: .*/, `within: { ${within} } }`),
    });
    const view = answersView(of.corpus, to, 'ring');
    assert.ok(view !== undefined);
    const json = answersJson(of.corpus, 'ring', { fact: () => '', step: () => '' })?.required[0];
    return [view.answers[0]?.within, json?.within_ms, json?.seen_within_ms];
  };
  assert.deepEqual(said("ms: 2000, seen_ms: 600, provenance: { sources: ['#1'] }"), [
    'seen within 600 ms, no limit known',
    undefined,
    600,
  ]);
  assert.deepEqual(said('ms: 2000, provenance: { flavors: [meow, hiss] }'), [
    'within 2 s, according to meow and hiss',
    2000,
    undefined,
  ]);
});

test('an answer that an open dispute denies says so, on the page, in its JSON and in its Markdown', () => {
  const disputed = (dispute: string): boolean[] => {
    const { publication: one, links: to } = publicationOf({
      ...RULED,
      'flows/rules.yaml': RULED['flows/rules.yaml'].replace('answers: mine,', `answers: mine, ${dispute}`),
    });
    const view = answersView(one.corpus, to, 'ring');
    assert.ok(view !== undefined);
    const addresses = { fact: () => '', step: () => '/back' };
    return [
      markupOf(html`${answersSection(view, textLinksOf(one, to))}`).includes('>disputed</a>'),
      answersJson(one.corpus, 'ring', addresses)?.required[0]?.disputed === true,
      answersMarkdown(one.corpus, 'ring', addresses).join('').includes(', disputed'),
    ];
  };
  const claim = 'claim: It gets none., flavors: [meow]';
  assert.deepEqual(disputed(`disputes: [{ ${claim} }],`), [true, true, true]);
  const answer = 'status: resolved, resolution: It does.';
  assert.deepEqual(disputed(`disputes: [{ ${claim}, ${answer} }],`), [false, false, false]);
});

const RULED = {
  ...STANZAS,
  'flows/rules.yaml': flow(
    'rules',
    `rules: true
steps:
  - { id: mine, from: client, to: server, label: mine, confidence: unknown, stanza: ring }
  - { id: back, from: server, to: client, label: pong, confidence: unknown, stanza: pong, answers: mine, within: { ms: 2000, ${PROVENANCE} } }
`,
  ),
};
