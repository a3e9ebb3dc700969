import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import { rowsOf } from '../../../../lib/corpus/facts/rows-of.ts';
import { packCorpus, unpackCorpus } from '../../../../lib/corpus/load/packed-corpus.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { attribute, enumeration, sharedNode, stanza, used } from '../../../cases/texts.ts';
import { corpusOf, node, stanzaOf, valuesOf } from '../../capture/nodes.ts';

const STANZA = {
  'stanzas/call-x.yaml': stanza(
    `attributes:\n  - ${attribute('port', 'port')}\n  - ${attribute('count', 'int')}\n  - ${attribute('where', 'spot')}\n`,
  ),
};
const TYPES = {
  'types/port.yaml': 'id: port\nstatus: draft\nsummary: A port.\nbase: int\nprivacy: public\n',
  'types/spot.yaml':
    "id: spot\nstatus: draft\nsummary: A spot.\nbase: string\nprivacy: id\nplaceholder: { form: '{a}:{b}', parts: [{ name: a, privacy: id }, { name: b, privacy: device }] }\n",
};
const ROOT = node('call', { port: '3478', count: '3478', where: 'x:7' });

const sanitized = (corpus: Corpus): string[] =>
  sanitize([stanzaOf(ROOT)], corpus).stanzas.flatMap(({ root }) => valuesOf(root));

it('a page sanitizes as the command does, with types and without', () => {
  for (const [files, expected] of [
    [{ ...STANZA, ...TYPES }, ['3478', '99001', 'ID-0001-synthetic:7']],
    // Without types, the numbers of a spec are public.
    [STANZA, ['99001', '3478', 'TEXT-0001-synthetic']],
  ] as const) {
    const corpus = corpusOf(files);
    const unpacked = unpackCorpus(JSON.parse(JSON.stringify(packCorpus(corpus))));
    assert.deepEqual(sanitized(unpacked), sanitized(corpus));
    assert.deepEqual(sanitized(corpus), expected);
  }
});

it('a page has the facts of a stanza that come from shared nodes and its envelope', () => {
  const corpus = corpusOf({
    'stanzas/call-x.yaml': stanza(`envelope: call-envelope\nchildren:\n  - ${used('te')}\n`),
    'stanzas/call-envelope.yaml': stanza(`attributes:\n  - ${attribute('to', 'jid')}\n`, 'call-envelope'),
    'nodes/te.yaml': sharedNode(`attributes:\n  - ${attribute('color', 'enum:colors')}\n`),
    'enums/colors.yaml': enumeration(['red']),
  });
  const unpacked = unpackCorpus(JSON.parse(JSON.stringify(packCorpus(corpus))));
  const paths = (of: Corpus): string[] => rowsOf(of, 'stanza', 'call-x').map(({ path }) => path);
  assert.ok(paths(corpus).includes('node/te:@color'));
  assert.deepEqual(paths(unpacked), paths(corpus));
  assert.deepEqual([...unpacked.factByPath.keys()], [...corpus.factByPath.keys()]);
});
