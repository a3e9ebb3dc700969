import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { observedLibrary } from '../../../../lib/corpus/evidence/observed-library.ts';
import { draftStanzas } from '../draft-stanzas.ts';
import { SPEC, SPEC_FILES } from '../nodes.ts';
import { draftOf, SEND } from './draft-of.ts';

describe('what a library sends', () => {
  const accept = `${SEND}<call id="AB14" to="15550100001@lid"><accept call-id="0A0B" call-creator="15550100001:2@lid"><audio enc="opus" rate="16000"/></accept></call>`;

  it('is evidence for its flavor and for no technique, and answers no question', () => {
    const { captures, raises, after } = draftOf(accept, 'baileys-instrumentation');
    assert.deepEqual([raises, captures.flatMap(({ settled }) => settled)], [[], []]);
    const [id = ''] = captures.map((one) => one.id);
    const { source } = after.corpus.definitions.capture.get(id)?.data ?? {};
    assert.equal(source?.client, 'whatsmeow');
    const fact = after.corpus.factByPath.get('call-accept:accept/audio@rate');
    const before = SPEC.factByPath.get('call-accept:accept/audio@rate');
    assert.ok(fact?.provenance.sources.includes(`capture:${id}`));
    assert.ok(fact?.provenance.flavors.includes('whatsmeow'));
    assert.deepEqual(fact?.provenance.techniques, before?.provenance.techniques);
  });

  const NODES = {
    cobalt:
      'sent Node[description=call, attributes={to=15550100001@lid, id=AB15}, children=[Node[description=terminate, attributes={call-id=0A0B, call-creator=15550100001:2@lid, reason=timeout}]]]',
    'whatsapp-rust':
      '--> Node { tag: "call", attrs: {"to": "15550100001@lid", "id": "AB15"}, content: Some(Nodes([Node { tag: "terminate", attrs: {"call-id": "0A0B", "call-creator": "15550100001:2@lid", "reason": "timeout"}, content: None }])) }',
    whatsmeow: [
      'send {Tag:call Attrs:map[to:15550100001@lid id:AB15] Content:[{Tag:terminate Attrs:map[call-id:0A0B call-creator:15550100001:2@lid reason:timeout] Content:<nil>}]}',
      '[out] waBinary.Node{Tag:"call", Attrs:waBinary.Attrs{"to":"15550100001@lid", "id":"AB15"}, Content:[]waBinary.Node{waBinary.Node{Tag:"terminate", Attrs:waBinary.Attrs{"call-id":"0A0B", "call-creator":"15550100001:2@lid", "reason":"timeout"}, Content:interface {}(nil)}}}',
      'TX: {"Tag":"call","Attrs":{"to":"15550100001@lid","id":"AB15"},"Content":[{"Tag":"terminate","Attrs":{"call-id":"0A0B","call-creator":"15550100001:2@lid","reason":"timeout"},"Content":null}]}',
    ],
  };

  it('is attributed to the library in each form that only a library prints', () => {
    for (const [flavor, logs] of Object.entries(NODES)) {
      for (const log of [logs].flat()) {
        const { captures, after } = draftOf(log);
        const [{ id, settled, supports } = assert.fail(log)] = captures;
        assert.ok(supports.length > 0, log);
        assert.deepEqual(settled, []);
        assert.equal(after.corpus.definitions.capture.get(id)?.data.source.client, flavor, log);
        for (const path of supports) {
          const { provenance } = after.corpus.factByPath.get(path) ?? assert.fail(path);
          const before = SPEC.factByPath.get(path) ?? assert.fail(path);
          assert.deepEqual(provenance.techniques, before.provenance.techniques, path);
        }
      }
    }
  });

  it('supports no fact if the spec does not have its flavor and no client is named', () => {
    const flavor = new Map([...SPEC.definitions.flavor].filter(([id]) => id !== 'cobalt'));
    const corpus = { ...SPEC, definitions: { ...SPEC.definitions, flavor } };
    const of = (client?: string) =>
      draftStanzas(parse(NODES.cobalt).stanzas, corpus, SPEC_FILES, {
        technique: 'websocket-capture',
        kind: 'captured',
        client,
      });
    const { files, left, captures } = of();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['captures/call-terminate-websocket-capture-01.yaml'],
    );
    assert.doesNotMatch(files[0]?.after ?? '', /client/);
    assert.deepEqual(captures[0]?.supports, []);
    assert.match(left[0]?.reason ?? '', /printed by cobalt.*--client/);
    assert.ok((of('official').captures[0]?.supports.length ?? 0) > 0);
  });

  it('is determined by source.client, or else by what the technique observes', () => {
    const of = (direction: 'incoming' | 'outgoing', technique: string, client?: string) =>
      observedLibrary(
        { direction, source: { technique, ...(client === undefined ? {} : { client }) } },
        SPEC,
      );
    assert.deepEqual(of('outgoing', 'baileys-instrumentation'), { flavor: undefined });
    assert.deepEqual(of('outgoing', 'websocket-capture', 'zapo'), { flavor: 'zapo' });
    assert.equal(of('outgoing', 'baileys-instrumentation', 'official'), undefined);
    assert.equal(of('outgoing', 'websocket-capture'), undefined);
    assert.equal(of('incoming', 'baileys-instrumentation', 'whatsmeow'), undefined);
  });
});
