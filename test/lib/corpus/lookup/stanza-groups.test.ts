import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { orderOf } from '../../../../lib/corpus/lookup/order-of.ts';
import { stanzaGroups } from '../../../../lib/corpus/lookup/stanza-groups.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { stanza } from '../../../cases/texts.ts';

const corpusOf = (spec: string, stanzas: Readonly<Record<string, string>>) =>
  loadCorpus(
    memoryFiles({
      'spec.yaml': `title: A spec\nversion: '1.0.0'\n${spec}`,
      ...Object.fromEntries(
        Object.entries(stanzas).map(([id, rest]) => [`stanzas/${id}.yaml`, stanza(rest, id)]),
      ),
    }),
  ).corpus;

const groupsOf = (corpus: ReturnType<typeof corpusOf>) =>
  stanzaGroups(corpus).map(({ title, aside, entries }) => [title, aside, entries.map(({ id }) => id)]);

test('stanzas are grouped by phase, in the order of the spec, of the phase and of their ids', () => {
  const corpus = corpusOf(
    'phases: [{ id: first, title: First }, { id: empty, title: Empty }, { id: last, title: Last, aside: true }]\n',
    {
      a: 'phase: last\n',
      b: 'phase: first\n',
      c: 'phase: first\norder: 2\n',
      d: 'phase: first\norder: 1\n',
      e: '',
    },
  );
  assert.deepEqual(groupsOf(corpus), [
    ['First', false, ['d', 'c', 'b']],
    ['Last', true, ['a']],
    ['Other stanzas', true, ['e']],
  ]);
  assert.deepEqual(orderOf(corpus, 'stanza').ids, ['d', 'c', 'b', 'a', 'e']);
});

test('without phases, stanzas are grouped by category', () => {
  const corpus = corpusOf('', { a: '', b: '' });
  assert.deepEqual(groupsOf(corpus), [['Signaling', true, ['a', 'b']]]);
});
