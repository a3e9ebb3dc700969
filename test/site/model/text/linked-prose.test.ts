import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enumPage } from '../../../../site/model/definitions/enum-page.ts';
import { flowPage } from '../../../../site/model/definitions/flow-page.ts';
import { stanzaPage } from '../../../../site/model/definitions/stanza-page.ts';
import { questionsPage } from '../../../../site/model/lists/questions-page.ts';
import { firstTerms, linkedProse, termIndex } from '../../../../site/model/text/linked-prose.ts';
import { FILES, publicationOf, STANZA } from '../../corpus-of.ts';

const { publication, links } = publicationOf({
  ...FILES,
  'glossary.yaml': `{ terms: [
    { term: stanza, definition: 'One \`node\` at the top.' },
    { term: stanza id, definition: An identifier. },
    { term: JID, definition: An address. },
    { term: call-id, definition: Of a call. },
    { term: probable, definition: A confidence. }] }`,
  'stanzas/call-end.yaml': STANZA.replace('Ends a call, see', 'A stanza that ends a call, see').replace(
    'Who ends it.',
    'JID of who ends it; not the stanza id.',
  ),
});
const index = termIndex(publication, links);
const terms = (...texts: string[]) => firstTerms(texts, index).map((list) => list.map(({ term }) => term));

test('each term is linked in the first text of a page that uses it', () => {
  assert.deepEqual(terms('A stanza.', 'The stanza and a JID.', 'JID'), [['stanza'], ['JID'], []]);
});

test('the longest term matches, also across line ends, and only whole words do', () => {
  assert.deepEqual(terms('Its stanza\n  id.'), [['stanza id']]);
  assert.deepEqual(terms('Stanzas, stanza-like, call-id-x, substanza.'), [[]]);
  assert.deepEqual(terms('stanza, id'), [['stanza']]);
  assert.deepEqual(terms("The call-id's end"), [['call-id']]);
});

test('a term with an upper-case letter is found as it is written, others in any case', () => {
  assert.deepEqual(terms('Stanza of a jid'), [['stanza']]);
});

test('code, links and the names of confidences are not linked', () => {
  assert.deepEqual(terms('`stanza` [JID](https://example.org/) probable'), [[]]);
});

test('a term becomes a link once, in emphasis too', () => {
  const [paragraph] = linkedProse('A **JID** and a JID', firstTerms(['JID'], index)[0] ?? [], index);
  const link = { term: 'JID', href: '/base/glossary/#term-jid', definition: 'An address.' };
  assert.deepEqual(paragraph, [
    { kind: 'text', text: 'A ' },
    { kind: 'strong', parts: [{ kind: 'term', text: 'JID', link }] },
    { kind: 'text', text: ' and a JID' },
  ]);
});

test('the page of a stanza links its summary first, then its facts in their order', () => {
  const page = stanzaPage(publication, links, 'call-end');
  assert.deepEqual(
    page.terms.map(({ term, definition }) => [term, definition]),
    [['stanza', 'One node at the top.']],
  );
  assert.deepEqual(
    page.root.rows[0]?.terms.map(({ term }) => term),
    ['JID', 'stanza id'],
  );
});

test('enums, sequences and the list of questions explain terms where they come first', () => {
  const { publication: one, links: its } = publicationOf({
    ...FILES,
    'glossary.yaml':
      '{ terms: [ { term: JID, definition: An address. }, { term: stanza, definition: A node. } ] }',
    'enums/other.yaml': `{ id: other, title: Other, status: draft, summary: Values., values: [
      { value: a, confidence: unknown, description: Of a JID. } ], open_questions: [
      { id: other-one, question: Whose JID on which stanza?, status: open } ] }`,
    'flows/ending.yaml': `{ id: ending, title: An ending, status: draft, spec_version: '0.1.0', summary: A stanza.,
      participants: [ { id: a, label: A }, { id: b, label: B } ], steps: [
      { from: a, to: b, label: end, confidence: unknown, note: A JID and a stanza. } ], open_questions: [
      { id: ending-one, question: Whose JID?, status: open } ] }`,
  });
  const names = (list: readonly { readonly term: string }[]) => list.map(({ term }) => term);
  const enumeration = enumPage(one, its, 'other');
  assert.deepEqual(names(enumeration.terms), []);
  assert.deepEqual(
    enumeration.values.map(({ terms: own }) => names(own)),
    [['JID']],
  );
  assert.deepEqual(
    enumeration.questions.map(({ terms: own }) => names(own)),
    [['stanza']],
  );
  const sequence = flowPage(one, its, 'ending');
  assert.deepEqual(names(sequence.terms), ['stanza']);
  assert.deepEqual(
    sequence.steps.map(({ terms: own }) => names(own)),
    [['JID']],
  );
  assert.deepEqual(
    sequence.questions.map(({ terms: own }) => names(own)),
    [[]],
  );
  const questions = questionsPage(one, its).sections.flatMap(({ groups }) =>
    groups.flatMap(({ questions: own }) => own.map(({ text, terms: its }) => [text, names(its)])),
  );
  assert.deepEqual(
    questions.filter(([text]) => String(text).startsWith('Whose')),
    [
      ['Whose JID on which stanza?', ['JID', 'stanza']],
      ['Whose JID?', []],
    ],
  );
});

test('a long text takes time in proportion to its length', () => {
  const start = performance.now();
  firstTerms(['stanza '.repeat(200_000)], index);
  assert.ok(performance.now() - start < 3000);
});
