import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Evidence, weighEvidence } from '../../../../lib/corpus/evidence/evidence.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import {
  attribute,
  capture,
  child,
  enumeration,
  flavor,
  stanza,
  technique,
  trace,
} from '../../../cases/texts.ts';
import { EVIDENCE_CASES } from './evidence-cases.ts';

function sent(id: string, source: string): string {
  return capture(id, source).replace('direction: incoming', 'direction: outgoing');
}

const FILES = {
  'flavors/whatsmeow.yaml': flavor('whatsmeow'),
  'flavors/baileys.yaml': flavor('baileys'),
  'flavors/port.yaml': flavor('port', 'derives_from: [whatsmeow]\n'),
  'flavors/port-of-port.yaml': flavor('port-of-port', 'derives_from: [port]\n'),
  'flavors/sibling.yaml': flavor('sibling', 'derives_from: [whatsmeow]\n'),
  'flavors/mixed.yaml': flavor('mixed', 'derives_from: [whatsmeow, baileys]\n'),
  'flavors/old-spec.yaml': flavor('old-spec', 'kind: description\n'),
  'flavors/extract.yaml': flavor('extract', 'basis: [web-bundle-analysis, own work]\n'),
  'captures/w.yaml': capture('w', '{ technique: websocket-capture }'),
  'captures/m.yaml': capture('m', '{ technique: mitm-tls }'),
  'captures/f.yaml': capture('f', '{ technique: frida-hooking }'),
  'captures/sent-by-whatsmeow.yaml': sent(
    'sent-by-whatsmeow',
    '{ technique: websocket-capture, client: whatsmeow }',
  ),
  'captures/sent-by-library.yaml': sent('sent-by-library', '{ technique: baileys-instrumentation }'),
  'captures/sent-by-official.yaml': sent(
    'sent-by-official',
    '{ technique: baileys-instrumentation, client: official }',
  ),
  // Two records: the first delivered by the server, the second sent by the client.
  'captures/call-of-whatsmeow.yaml': trace('call-of-whatsmeow', 2)
    .replace('{ technique: websocket-capture }', '{ technique: mitm-tls, client: whatsmeow }')
    .replace('at: 1, direction: incoming', 'at: 1, direction: outgoing'),
  'captures/call.yaml': trace('call', 2),
  'captures/made-up.yaml': `${capture('made-up', '{ technique: frida-hooking }').trimEnd()}\nkind: synthetic\n`,
};

function evidence(provenance: string, files: Readonly<Record<string, string>> = FILES): Evidence {
  const { corpus, findings } = loadCorpus(
    memoryFiles({
      'stanzas/call-x.yaml': stanza(
        `attributes:\n  - ${attribute('a', 'int', `provenance: ${provenance}`)}\n`,
      ),
      ...files,
    }),
  );
  assert.deepEqual(findings, []);
  const [fact] = corpus.facts;
  assert.ok(fact !== undefined);
  return weighEvidence(fact, corpus);
}

describe('weighEvidence', () => {
  for (const [name, provenance, supports, words] of EVIDENCE_CASES) {
    it(`weighs ${name}`, () => {
      const found = evidence(provenance);
      assert.equal(found.words, words);
      assert.equal(found.supports, supports);
      assert.equal(found.inherited, false);
      assert.equal(found.words, [found.has, found.missing].filter((part) => part !== '').join('; '));
    });
  }

  it('gives the parts as well as the words', () => {
    const { channels, techniques, flavors, families, sources } = evidence(
      "{ techniques: [frida-hooking, websocket-capture], flavors: [port, baileys, whatsmeow], sources: ['capture:f', 'port:a', 'whatsmeow:b', '#1'] }",
    );
    assert.deepEqual(
      { channels, techniques, flavors, families, sources },
      {
        channels: ['wire', 'runtime'],
        techniques: ['frida-hooking', 'websocket-capture'],
        flavors: ['port', 'baileys', 'whatsmeow'],
        families: [['port', 'whatsmeow']],
        sources: 4,
      },
    );
  });

  it('takes a record of a trace by its own direction, and none that does not exist', () => {
    const served = (source: string): readonly unknown[] => {
      const found = evidence(
        `{ techniques: [websocket-capture, mitm-tls], flavors: [whatsmeow], sources: ['${source}'] }`,
      );
      return [found.served, found.families, found.sources];
    };
    assert.deepEqual(served('capture:call#1'), [['websocket-capture'], [], 1]);
    assert.deepEqual(served('capture:call'), [['websocket-capture'], [], 1]);
    assert.deepEqual(served('capture:call#3'), [[], [], 0]);
    // What the server delivered is evidence for the protocol, what a third-party client sent only for the client.
    assert.deepEqual(served('capture:call-of-whatsmeow#1'), [['mitm-tls'], [], 1]);
    assert.deepEqual(served('capture:call-of-whatsmeow#2'), [[], [['whatsmeow']], 1]);
    assert.deepEqual(served('capture:call-of-whatsmeow'), [[], [['whatsmeow']], 1]);
  });

  it('proposes no capture for a value that no stanza holds', () => {
    const provenance = "{ techniques: [web-bundle-analysis], sources: ['extract:a#L1'] }";
    const missing = (used: boolean): string => {
      const { corpus } = loadCorpus(
        memoryFiles({
          'stanzas/call-x.yaml': stanza(`attributes:\n  - ${attribute('a', used ? 'enum:colors' : 'int')}\n`),
          'enums/colors.yaml': enumeration(['red']).replace(
            'A value.',
            `A value., provenance: ${provenance}`,
          ),
          ...FILES,
        }),
      );
      const fact = corpus.factByPath.get('colors=red');
      assert.ok(fact !== undefined);
      return weighEvidence(fact, corpus).missing;
    };
    assert.equal(missing(true), 'a websocket-capture would confirm it');
    assert.equal(missing(false), 'a technique on another channel, with a source, would confirm it');
  });

  it('gives a capture to any technique where the spec has no captures', () => {
    const provenance =
      "{ techniques: [websocket-capture, frida-hooking], sources: ['capture:w', 'capture:f'] }";
    assert.equal(evidence(provenance, {}).supports, 'confirmed');
  });

  it('proposes only what the corpus knows', () => {
    const only = (...ids: string[]) =>
      Object.fromEntries(
        ids.map((id) => [`techniques/${id}.yaml`, technique(id, id === 'asm' ? 'code' : 'wire')]),
      );
    const missing = (provenance: string, ...ids: string[]): string =>
      evidence(provenance, { ...FILES, ...only(...ids) }).missing;
    const wire = "{ techniques: [tap], sources: ['#1'] }";
    assert.equal(missing(wire, 'tap', 'asm'), 'an asm source would confirm it');
    assert.equal(missing(wire, 'tap'), 'a technique on another channel, with a source, would confirm it');
    assert.equal(
      missing("{ flavors: [baileys], sources: ['baileys:a'] }", 'tap'),
      'a tap capture and a technique on another channel, with a source, would confirm it',
    );
    assert.equal(
      evidence(wire, { 'techniques/odd.yaml': technique('odd') }).missing,
      'two techniques on different channels, each with a source, would confirm it',
    );
  });

  it('proposes what takes less effort first, and of that what is tried better', () => {
    const files = {
      ...FILES,
      'techniques/a-hook.yaml': technique('a-hook', 'runtime', 'effort: high\n'),
      'techniques/b-dump.yaml': technique('b-dump', 'runtime', 'effort: high\n').replace(
        'established',
        'emerging',
      ),
      'techniques/c-tap.yaml': technique('c-tap', 'wire', 'effort: low\n').replace(
        'established',
        'experimental',
      ),
      'techniques/d-tap.yaml': technique('d-tap', 'wire', 'effort: low\n'),
      // Without a word about it, it stands in the middle.
      'techniques/e-code.yaml': technique('e-code', 'code'),
    };
    const missing = (provenance: string): string => evidence(provenance, files).missing;
    assert.equal(
      missing("{ flavors: [baileys], sources: ['baileys:a'] }"),
      'a d-tap capture and an e-code source would confirm it',
    );
    assert.equal(missing("{ techniques: [d-tap], sources: ['#1'] }"), 'an e-code source would confirm it');
    assert.equal(
      missing("{ techniques: [e-code, a-hook], sources: ['#1'] }"),
      'a source for its a-hook would confirm it',
    );
  });

  describe('of a child', () => {
    const inner = (provenance: string): string => attribute('b', 'int', `provenance: ${provenance}`);
    const weigh = (own: string, ...inside: string[]): Evidence => {
      const { corpus } = loadCorpus(
        memoryFiles({
          'stanzas/call-x.yaml': stanza(
            `children:\n  - ${child('a', '1', `provenance: ${own}, ${inside.join(', ')}`)}\n`,
          ),
          ...FILES,
        }),
      );
      const fact = corpus.factByPath.get('call-x:a');
      assert.ok(fact !== undefined);
      return weighEvidence(fact, corpus);
    };
    const W = "{ techniques: [websocket-capture], sources: ['capture:w'] }";
    const F = "{ techniques: [frida-hooking], sources: ['capture:f'] }";

    it('rests on everything inside where it says nothing itself', () => {
      const found = weigh(
        '{ tools: [a] }',
        `attributes: [${inner(W)}]`,
        `children: [${child('c', '1', `provenance: ${W}, children: [${child('d', '1', `attributes: [${inner(F)}]`)}]`)}]`,
      );
      assert.equal(found.supports, 'confirmed');
      assert.ok(found.inherited);
      assert.equal(found.words, 'from the facts inside: observed on the wire and in a running client');
    });

    it('rests on what it says itself otherwise', () => {
      const found = weigh('{ flavors: [baileys] }', `attributes: [${inner(W)}]`);
      assert.equal(found.supports, 'unknown');
      assert.ok(!found.inherited);
    });

    it('has nothing where nothing is inside', () => {
      assert.equal(weigh('{}', 'attributes: []').words, evidence('{}').words);
      assert.equal(
        weigh('{}', `attributes: [${inner('{}')}]`).words,
        `from the facts inside: ${evidence('{}').words}`,
      );
    });
  });
});
