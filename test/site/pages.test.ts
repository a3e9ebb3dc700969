import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindList } from '../../lib/corpus/lists/kind-list.ts';
import { CODES } from '../../lib/findings/codes.ts';
import { enumPage } from '../../site/model/definitions/enum-page.ts';
import { flavorPage } from '../../site/model/definitions/flavor-page.ts';
import { techniquePage } from '../../site/model/definitions/technique-page.ts';
import { catalogPage } from '../../site/model/lists/catalog-page.ts';
import { questionsPage } from '../../site/model/lists/questions-page.ts';
import { ruleGroups } from '../../site/model/lists/rule-groups.ts';
import { overviewPage } from '../../site/model/overview/overview-page.ts';
import { glossaryTerms } from '../../site/model/text/glossary-terms.ts';
import { FILES, publicationOf } from './corpus-of.ts';

const { publication, links } = publicationOf({
  ...FILES,
  'flavors/purr.yaml': '{ id: purr, derives_from: [meow], basis: [websocket-capture] }',
  'techniques/websocket-capture.yaml': `{ id: websocket-capture, title: WebSocket capture, status: draft,
    maturity: established, summary: Reads., targets: [Web], strengths: [Sees.], limitations: [Few.], tooling: [A browser] }`,
  'enums/other.yaml': `{ id: other, title: Other, status: draft, summary: More., values: [
    { value: '', confidence: unknown, description: Nothing. } ], open_questions: [
    { id: other-one, question: One?, status: resolved, answer: Yes. },
    { id: other-two, question: Two?, status: open, asks: [websocket-capture] } ] }`,
  'ledger.yaml': `{ names: [ { name: ping, kind: tag, sources: ['meow:src/call.go#L3'], note: Unknown. } ] }`,
  'glossary.yaml': '{ terms: [ { term: AD JID, definition: An address. } ] }',
});

test('the catalog has tags, payload, counts and the ledger', () => {
  const { groups, ledger } = catalogPage(publication, links);
  const [{ title, rows } = { title: '', rows: [] }] = groups;
  assert.equal(title, 'Signaling');
  assert.deepEqual(
    rows.map(({ entry, tags, openQuestions, openDisputes, facts }) => ({
      name: entry.data.display_name,
      tag: entry.data.tag,
      tags,
      open: openQuestions,
      disputes: openDisputes,
      facts: facts.length,
    })),
    [{ name: 'Call End', tag: 'call', tags: ['end'], open: 1, disputes: 1, facts: 7 }],
  );
  assert.deepEqual(
    ledger.map(({ anchor, count }) => [anchor, count]),
    [['~tag-ping', 1]],
  );
});

test('an enum has its values as facts and every attribute that uses it', () => {
  assert.deepEqual(
    kindList(publication.corpus, 'enum').rows.map(({ id, values }) => [
      id,
      values['used_by'],
      values['open_questions'],
    ]),
    [
      ['other', 0, 1],
      ['reasons', 1, 0],
    ],
  );
  const page = enumPage(publication, links, 'reasons');
  assert.deepEqual(
    page.values.map(({ anchor, path }) => [anchor, path]),
    [['busy', 'reasons=busy']],
  );
  assert.deepEqual(
    page.uses.map(({ owner, fact }) => [owner.text, fact.href]),
    [['Call End', '/base/stanzas/call-end/#end@reason']],
  );
  assert.throws(() => enumPage(publication, links, 'none'), /no enum none/);
});

test('questions are grouped by what an answer takes, then by definition, with what could answer them', () => {
  const page = questionsPage(publication, links);
  assert.equal(page.words, '2 open questions, 1 answered');
  assert.deepEqual(
    page.sections.map(({ reach, count, groups }) => [
      reach,
      count,
      groups.map(({ owner, questions }) => [owner.text, questions.length]),
    ]),
    [
      ['wire', 1, [['Other', 1]]],
      ['unsaid', 1, [['Call End', 1]]],
      ['answered', 1, [['Other', 1]]],
    ],
  );
  assert.equal(page.choices.find(({ id }) => id === 'websocket-capture')?.title, 'WebSocket capture (1)');
  assert.equal(page.sections[0]?.groups[0]?.questions[0]?.href, '/base/enums/other/#question-other-two');
});

test('only a question that a capture can answer by itself is answerable with one capture', () => {
  const asked = (asks: string, settles: string) => {
    const { publication: one, links: its } = publicationOf({
      ...FILES,
      'enums/asking.yaml': `{ id: asking, title: Asking, status: draft, summary: Asks., values: [
        { value: a, confidence: unknown, description: A. } ], open_questions: [
        { id: asking-one, question: One?, status: open${asks}${settles} } ] }`,
    });
    return questionsPage(one, its).sections.find(({ groups }) =>
      groups.some(({ owner }) => owner.text === 'Asking'),
    )?.reach;
  };
  const settles = ', settles: [ { if: end@reason is present, then: Yes. } ]';
  assert.equal(asked(', asks: [websocket-capture]', settles), 'capture');
  assert.equal(asked('', settles), 'capture');
  assert.equal(asked(', asks: [websocket-capture, memory-dump]', ''), 'wire');
  assert.equal(asked(', asks: [memory-dump]', ''), 'channel');
  assert.equal(asked('', ''), 'research');
});

test('a technique lists the facts that it supports and the questions that it could answer', () => {
  assert.deepEqual(
    kindList(publication.corpus, 'technique').rows.map(({ cells: [, channel], values }) => [
      channel,
      values['facts'],
      values['could_settle'],
    ]),
    // The child says nothing itself, and rests on the attribute inside it.
    [[{ is: 'text', text: 'wire' }, 4, 1]],
  );
  const page = techniquePage(publication, links, 'websocket-capture');
  assert.match(page.sourced, /^\d+ with a source(?:, \d+ without a source)?$/);
  assert.deepEqual(
    page.facts.map(({ owner, groups }) => [
      owner.text,
      groups.map(({ confidence, facts }) => [confidence, facts.map(({ text }) => text)]),
    ]),
    [
      [
        'Call End',
        [
          ['probable', ['@from', 'end@reason']],
          ['speculative', ['end']],
        ],
      ],
      ['Reasons', [['probable', ['busy']]]],
    ],
  );
  assert.throws(() => techniquePage(publication, links, 'none'), /no technique none/);
});

test('a flavor has its lineage, the facts that it supports and those that it disputes', () => {
  assert.deepEqual(
    kindList(publication.corpus, 'flavor').rows.map(({ id, values }) => [
      id,
      values['facts'],
      values['disputed_facts'],
    ]),
    [
      ['meow', 1, 1],
      ['purr', 0, 0],
    ],
  );
  const page = flavorPage(publication, links, 'meow');
  assert.deepEqual(
    page.derived.map(({ text }) => text),
    ['purr'],
  );
  assert.equal(
    page.commit?.href,
    'https://github.com/example/meow/tree/0123456789abcdef0123456789abcdef01234567',
  );
  assert.equal(flavorPage(publication, links, 'purr').basis[0]?.href, '/base/techniques/websocket-capture/');
  assert.throws(() => flavorPage(publication, links, 'none'), /no flavor none/);
});

test('the address of a term has no spaces', () => {
  assert.equal(glossaryTerms(publication)[0]?.anchor, 'term-ad-jid');
});

test('the rules page has every code once', () => {
  const codes = ruleGroups().flatMap(({ rules }) => rules.map(({ code }) => code));
  assert.deepEqual([...codes].sort(), Object.keys(CODES).sort());
  const implementations = ruleGroups().find(({ anchor }) => anchor === '~flavor');
  assert.equal(implementations?.title, 'implementation', 'as readers know them');
});

test('the overview counts the corpus', () => {
  const page = overviewPage(publication, links);
  assert.deepEqual(
    page.figures.map(({ value, label }) => `${value} ${label}`),
    ['1 stanza', '2 enums', '9 facts', '2 open questions', '1 dispute', '1 technique', '2 implementations'],
  );
  assert.equal(
    page.confidences.reduce((sum, { count }) => sum + count, 0),
    9,
  );
  assert.equal(page.surface, '1 of 2 known tags are documented');
  assert.ok(page.wanted.some(({ what }) => what.href?.endsWith('#~ledger')));
  assert.equal(page.notice, undefined);
});

test('the overview opens with the first paragraph of the notice', () => {
  const notice = `"Not affiliated\\nwith anybody.\\n\\nExamples are made up."`;
  const its = publicationOf({
    ...FILES,
    'spec.yaml': `{ title: A spec, version: '0.1.0', notice: ${notice} }`,
  });
  assert.equal(overviewPage(its.publication, its.links).notice, 'Not affiliated\nwith anybody.');
});
