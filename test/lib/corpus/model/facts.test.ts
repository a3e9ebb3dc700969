import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { pathAt } from '../../../../lib/corpus/load/path-at.ts';
import { enumOfType } from '../../../../lib/corpus/model/enum-of-type.ts';
import { withEmptyLists } from '../../../../lib/corpus/model/with-empty-lists.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import fc from '../../../helpers/fast-check.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';

const FACT = 'confidence: probable, description: D.';
const STANZA = minimalStanza(
  's',
  `attributes:
  - {name: id, type: string, required: true, when: Always., ${FACT}, observed_values: ["1"], provenance: {techniques: [t]}, disputes: [{claim: No.}]}
  - {name: reason, type: 'enum:reasons', ${FACT}}
content: {type: bytes, ${FACT}}
children:
  - tag: offer
    occurrence: 1..n
    confidence: unknown
    description: D.
    attributes: [{name: a, type: int, required: false, ${FACT}}]
    content: {type: hex, ${FACT}}
    children:
      - {tag: te, occurrence: 0..n, ${FACT}, attributes: [{name: ip, type: string, ${FACT}}]}
  - {tag: '*', occurrence: 0..1, ${FACT}}
open_questions:
  - Why?
  - {id: q-2, question: How?, status: resolved, answer: So., asks: [t], sources: ['#1'], settles: [{if: x is absent, then: No.}]}
`,
);
const ENUM = `id: reasons
title: Reasons
status: draft
summary: S.
values:
  - {value: busy, ${FACT}}
  - {value: '', ${FACT}}
open_questions: [Which?]
`;
const SHADOW = minimalStanza('reasons', `attributes: [{name: why, type: 'enum:reasons', ${FACT}}]\n`);

const { corpus, findings } = loadCorpus(
  memoryFiles({ 'stanzas/s.yaml': STANZA, 'stanzas/reasons.yaml': SHADOW, 'enums/reasons.yaml': ENUM }),
);

describe('facts', () => {
  test('are addressed in the order of the page', () => {
    assert.deepEqual(findings, []);
    assert.deepEqual(
      corpus.facts.map(({ path, kind, node, name }) => [path, kind, node, name]),
      [
        ['reasons:@why', 'attribute', '', 'why'],
        ['s:@id', 'attribute', '', 'id'],
        ['s:@reason', 'attribute', '', 'reason'],
        ['s:text()', 'content', '', 'content'],
        ['s:offer', 'child', '', 'offer'],
        ['s:offer@a', 'attribute', 'offer', 'a'],
        ['s:offer/text()', 'content', 'offer', 'content'],
        ['s:offer/te', 'child', 'offer', 'te'],
        ['s:offer/te@ip', 'attribute', 'offer/te', 'ip'],
        ['s:*', 'child', '', '*'],
        ['reasons=busy', 'value', '', 'busy'],
        ['reasons=', 'value', '', ''],
      ],
    );
  });

  test('have what the YAML states, and empty lists for the rest', () => {
    const id = corpus.factByPath.get('s:@id');
    assert.equal(id?.anchor, '@id');
    assert.equal(id?.required, true);
    assert.equal(id?.when, 'Always.');
    assert.deepEqual(id?.observed, ['1']);
    assert.deepEqual(id?.disputes, [{ claim: 'No.' }]);
    assert.deepEqual(id?.provenance, {
      techniques: ['t'],
      flavors: [],
      contributors: [],
      sources: [],
      tools: [],
    });
    const reason = corpus.factByPath.get('s:@reason');
    assert.equal(reason?.required, undefined, 'not known is not false');
    assert.equal(corpus.factByPath.get('s:offer@a')?.required, false);
    assert.deepEqual(reason?.provenance, withEmptyLists(undefined));
    assert.equal(corpus.factByPath.get('s:offer')?.occurrence, '1..n');
    assert.equal(corpus.factByPath.get('reasons=busy')?.anchor, 'busy');
  });

  test('a child lists the facts directly inside it', () => {
    assert.deepEqual(corpus.factByPath.get('s:offer')?.inside, ['s:offer@a', 's:offer/text()', 's:offer/te']);
    assert.deepEqual(corpus.factByPath.get('s:offer/te')?.inside, ['s:offer/te@ip']);
    assert.deepEqual(corpus.factByPath.get('s:*')?.inside, []);
    assert.equal(corpus.factByPath.get('s:offer')?.child?.tag, 'offer');
  });

  test('of a stanza and of an enum with the same id are separate', () => {
    assert.deepEqual(
      corpus.factsOf.stanza.get('reasons')?.map(({ path }) => path),
      ['reasons:@why'],
    );
    assert.deepEqual(
      corpus.factsOf.enum.get('reasons')?.map(({ path }) => path),
      ['reasons=busy', 'reasons='],
    );
    assert.deepEqual(
      corpus.usesOfEnum.get('reasons')?.map(({ path }) => path),
      ['reasons:@why', 's:@reason'],
    );
  });

  test('point to their position in the file', () => {
    const { source } = corpus.definitions.stanza.get('s') ?? {};
    for (const fact of corpus.factsOf.stanza.get('s') ?? []) {
      const { line = 0 } = source?.place(fact.pointer) ?? {};
      const text = STANZA.split('\n')[line - 1] ?? '';
      assert.ok(fact.kind === 'content' ? text.includes('content:') : text.includes(fact.name), fact.path);
    }
  });

  test('pathAt agrees with the facts, and finds the fact of any position', () => {
    for (const fact of corpus.facts) {
      const kind = fact.kind === 'value' ? 'enum' : 'stanza';
      const data = corpus.definitions[kind].get(fact.owner)?.data;
      assert.equal(pathAt(kind, fact.owner, data, fact.pointer), fact.path);
      assert.equal(pathAt(kind, fact.owner, data, [...fact.pointer, 'description']), fact.path);
    }
  });
});

describe('pathAt in a definition that breaks its schema', () => {
  test('goes as far as names can be read', () => {
    const data = {
      children: [{ tag: 'a', children: [{ attributes: [{ name: 'x' }, {}, 7] }] }, 'word'],
      values: [{}],
    };
    const at = (...pointer: (string | number)[]): string => pathAt('stanza', 's', data, pointer);
    assert.equal(at(), 's');
    assert.equal(at('children'), 's');
    assert.equal(at('children', 0), 's:a');
    assert.equal(at('children', 0, 'children', 0, 'attributes', 0), 's:a');
    assert.equal(at('children', 1), 's');
    assert.equal(at('children', 9, 'tag'), 's');
    assert.equal(at('attributes', 0), 's');
    assert.equal(at('summary'), 's');
    assert.equal(pathAt('enum', 'e', data, ['values', 0, 'zzz']), 'e');
    assert.equal(pathAt('enum', 'e', undefined, ['values', 0]), 'e');
    assert.equal(pathAt('flavor', 'f', data, ['name']), 'f');
    assert.equal(
      pathAt('stanza', 's', { children: Object.create({ 0: { tag: 'x' } }) }, ['children', 0]),
      's',
    );
  });

  test('never throws', () => {
    const pointer = fc.array(
      fc.oneof(fc.constantFrom('children', 'attributes', 'content', 'values', '__proto__'), fc.nat(3)),
    );
    fc.assert(
      fc.property(fc.constantFrom('stanza', 'enum', 'flow'), fc.jsonValue(), pointer, (kind, data, steps) => {
        assert.match(pathAt(kind, 'x', data, steps), /^x/);
      }),
    );
  });
});

test('questions of stanzas, enums and flows, with or without an id', () => {
  const [first, second, third] = corpus.questions;
  assert.equal(corpus.questions.length, 3);
  assert.deepEqual(
    [first?.kind, first?.owner, first?.anchor, first?.text],
    ['stanza', 's', 'question-1', 'Why?'],
  );
  assert.deepEqual([first?.id, first?.status, first?.settles], [undefined, 'open', []]);
  assert.deepEqual(second, {
    kind: 'stanza',
    owner: 's',
    anchor: 'question-q-2',
    id: 'q-2',
    text: 'How?',
    status: 'resolved',
    answer: 'So.',
    sources: ['#1'],
    asks: ['t'],
    // biome-ignore lint/suspicious/noThenProperty: the name is the published one; nobody awaits this.
    settles: [{ if: 'x is absent', then: 'No.' }],
    pointer: ['open_questions', 1],
  });
  assert.deepEqual([third?.kind, third?.owner], ['enum', 'reasons']);
});

test('enumOfType', () => {
  assert.equal(enumOfType('enum:reasons'), 'reasons');
  assert.equal(enumOfType('string'), undefined);
  assert.equal(enumOfType(undefined), undefined);
});
