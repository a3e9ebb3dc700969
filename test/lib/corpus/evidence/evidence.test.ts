import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carriedBy, type Evidence } from '../../../../lib/corpus/evidence/evidence.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { attribute, capture, child, enumeration, flavor, stanza, technique } from '../../../cases/texts.ts';

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
  return carriedBy(fact, corpus);
}

describe('carriedBy', () => {
  const CASES: readonly [name: string, provenance: string, carries: string, words: string][] = [
    [
      'nothing',
      '{}',
      'unknown',
      "nothing stands behind it; a source in a client's code would make it probable",
    ],
    [
      'a source alone',
      "{ sources: ['#1'] }",
      'unknown',
      "1 source, no technique and no flavor; a source in a client's code would make it probable",
    ],
    [
      'sources of a flavor that is not listed',
      "{ sources: ['baileys:a', 'baileys:b'] }",
      'unknown',
      'sources in the code of baileys, which is not listed as a flavor; listing baileys among its flavors would make it probable',
    ],
    [
      'a malformed source',
      "{ flavors: [baileys], sources: ['#x', 'http://a.example/', 'https://me@a.example/'] }",
      'unknown',
      '1 flavor without a source (baileys); a source in the code of baileys would make it probable',
    ],
    [
      'a flavor without a source',
      '{ flavors: [baileys, whatsmeow] }',
      'unknown',
      '2 flavors without a source (baileys, whatsmeow); a source in the code of baileys would make it probable',
    ],
    [
      'a flavor with a source of another',
      "{ flavors: [baileys], sources: ['whatsmeow:a'] }",
      'unknown',
      '1 flavor without a source (baileys), sources in the code of whatsmeow, which is not listed as a flavor; listing whatsmeow among its flavors would make it probable',
    ],
    [
      'a flavor with a source',
      "{ flavors: [baileys], sources: ['baileys:a'] }",
      'probable',
      '1 independent flavor; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'a flavor with a link',
      '{ flavors: [baileys, whatsmeow], sources: [https://a.example/] }',
      'probable',
      '1 independent flavor; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'two flavors',
      "{ flavors: [baileys, whatsmeow], sources: ['baileys:a', 'whatsmeow:b'] }",
      'probable',
      '2 independent flavors; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'a flavor and a port of its port',
      "{ flavors: [whatsmeow, port-of-port], sources: ['whatsmeow:a', 'port-of-port:b'] }",
      'probable',
      '1 independent flavor of 2 (port-of-port derives from whatsmeow); a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'two ports of one flavor',
      "{ flavors: [port, sibling], sources: ['port:a', 'sibling:b'] }",
      'probable',
      '1 independent flavor of 2 (both derive from a third); a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'two flavors and a port of both',
      "{ flavors: [whatsmeow, mixed, baileys], sources: ['whatsmeow:a', 'mixed:b', 'baileys:c'] }",
      'probable',
      '2 independent flavors among 3; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'two flavors of which a third derives that is not named',
      "{ flavors: [whatsmeow, baileys], sources: ['whatsmeow:a', 'baileys:c'] }",
      'probable',
      '2 independent flavors; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'a description alone',
      "{ flavors: [old-spec], sources: ['old-spec:a'] }",
      'unknown',
      "what old-spec describes and does not implement; a source in a client's code would make it probable",
    ],
    [
      'a description that is not listed, with a link',
      "{ sources: ['old-spec:a', https://a.example/] }",
      'unknown',
      "what old-spec describes and does not implement; a source in a client's code would make it probable",
    ],
    [
      'a description beside a flavor',
      "{ flavors: [baileys, old-spec], sources: ['baileys:a', 'old-spec:a'] }",
      'probable',
      '1 independent flavor; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'what a library sent and its code: one source',
      "{ techniques: [web-bundle-analysis], flavors: [whatsmeow], sources: ['capture:sent-by-whatsmeow', 'whatsmeow:a'] }",
      'probable',
      '1 technique without a source (web-bundle-analysis), 1 independent flavor; a source for its web-bundle-analysis and a websocket-capture would confirm it',
    ],
    [
      'what an unnamed library sent: no source of its technique',
      "{ techniques: [baileys-instrumentation, frida-hooking], sources: ['capture:sent-by-library', 'capture:f'] }",
      'probable',
      '1 channel (runtime), 1 technique without a source (baileys-instrumentation); a source for its baileys-instrumentation would confirm it',
    ],
    [
      'what an official client sent beside another channel',
      "{ techniques: [baileys-instrumentation, frida-hooking], sources: ['capture:sent-by-official', 'capture:f'] }",
      'confirmed',
      '2 channels (wire, runtime)',
    ],
    [
      'a note and a capture for two techniques',
      "{ techniques: [websocket-capture, frida-hooking], sources: ['capture:w', seen by a friend] }",
      'probable',
      '1 channel (wire), 1 technique without a source that can be followed (frida-hooking); a source for its frida-hooking would confirm it',
    ],
    [
      'a note for a flavor',
      '{ flavors: [baileys], sources: [seen in its code] }',
      'probable',
      '1 independent flavor; a web-bundle-analysis source and a websocket-capture would confirm it',
    ],
    [
      'two places of one page',
      '{ techniques: [websocket-capture, frida-hooking], sources: [https://a.example/log#one, https://a.example/log#two, "https://A.example/log"] }',
      'probable',
      '1 channel (wire), 1 technique without a source (frida-hooking); a source for its frida-hooking would confirm it',
    ],
    [
      'two pages of one host',
      '{ techniques: [websocket-capture, frida-hooking], sources: [https://a.example/log, "https://a.example/log?page=2"] }',
      'confirmed',
      '2 channels (wire, runtime)',
    ],
    [
      'a technique without a source',
      '{ techniques: [websocket-capture] }',
      'probable',
      '1 technique without a source (websocket-capture); a source for its websocket-capture and a web-bundle-analysis source would confirm it',
    ],
    [
      'a technique with its capture, and flavors',
      "{ techniques: [websocket-capture], flavors: [baileys, whatsmeow], sources: ['capture:w', 'baileys:a', 'whatsmeow:b'] }",
      'probable',
      '1 channel (wire), 2 independent flavors; a web-bundle-analysis source would confirm it',
    ],
    [
      'a technique with a capture of another',
      "{ techniques: [websocket-capture], sources: ['capture:f'] }",
      'probable',
      '1 technique without a source (websocket-capture); listing frida-hooking among its techniques and a source for its websocket-capture would confirm it',
    ],
    [
      'a technique on the runtime',
      "{ techniques: [frida-hooking], sources: ['capture:f'] }",
      'probable',
      '1 channel (runtime); a web-bundle-analysis source would confirm it',
    ],
    [
      'two techniques on one channel',
      "{ techniques: [websocket-capture, mitm-tls], sources: ['capture:w', 'capture:m'] }",
      'probable',
      '2 techniques on 1 channel (wire); a web-bundle-analysis source would confirm it',
    ],
    [
      'a synthetic capture',
      '{ techniques: [websocket-capture, frida-hooking], sources: [capture:w, capture:made-up] }',
      'probable',
      '1 channel (wire), 1 technique without a source (frida-hooking); a source for its frida-hooking would confirm it',
    ],
    [
      'two channels, one without a source',
      "{ techniques: [websocket-capture, frida-hooking], sources: ['capture:w'] }",
      'probable',
      '1 channel (wire), 1 technique without a source (frida-hooking); a source for its frida-hooking would confirm it',
    ],
    [
      'two channels, both without a source',
      '{ techniques: [websocket-capture, frida-hooking] }',
      'probable',
      '2 techniques without a source (websocket-capture, frida-hooking); a source for its websocket-capture and a source for its frida-hooking would confirm it',
    ],
    [
      'two channels with a capture each',
      "{ techniques: [websocket-capture, frida-hooking], sources: ['capture:w', 'capture:f'] }",
      'confirmed',
      '2 channels (wire, runtime)',
    ],
    [
      'one link for two techniques',
      '{ techniques: [websocket-capture, frida-hooking], sources: [https://a.example/] }',
      'probable',
      '1 channel (wire), 1 technique without a source (frida-hooking); a source for its frida-hooking would confirm it',
    ],
    [
      'a link and an issue',
      "{ techniques: [websocket-capture, frida-hooking], sources: [https://a.example/, '#1'] }",
      'confirmed',
      '2 channels (wire, runtime)',
    ],
    [
      'a link that goes to the channel that nothing serves yet',
      "{ techniques: [websocket-capture, mitm-tls, frida-hooking], sources: ['capture:m', '#1'] }",
      'confirmed',
      '3 techniques on 2 channels (wire, runtime)',
    ],
    [
      'a flavor that rests on a technique',
      "{ techniques: [websocket-capture, web-bundle-analysis], sources: ['capture:w', 'extract:a#L1'] }",
      'confirmed',
      '2 channels (wire, code)',
    ],
    [
      'a flavor that rests on a technique that is not listed',
      "{ techniques: [websocket-capture], flavors: [extract], sources: ['capture:w', 'extract:a#L1'] }",
      'probable',
      '1 channel (wire), 1 independent flavor; listing web-bundle-analysis among its techniques would confirm it',
    ],
    [
      'a flavor alone that rests on a technique',
      "{ flavors: [baileys, extract], sources: ['baileys:a', 'extract:a#L1'] }",
      'probable',
      '2 independent flavors; listing web-bundle-analysis among its techniques and a websocket-capture would confirm it',
    ],
    [
      'a capture whose technique is not listed',
      "{ sources: ['capture:w'] }",
      'unknown',
      '1 source, no technique and no flavor; listing websocket-capture among its techniques would make it probable',
    ],
    [
      'a flavor that rests on no technique',
      "{ techniques: [websocket-capture, frida-hooking], flavors: [baileys], sources: ['capture:w', 'baileys:a'] }",
      'probable',
      '1 channel (wire), 1 technique without a source (frida-hooking), 1 independent flavor; a source for its frida-hooking would confirm it',
    ],
    [
      'a technique whose channel nobody knows',
      "{ techniques: [websocket-capture, tea-leaves], sources: ['capture:w', '#1'] }",
      'probable',
      '1 channel (wire), 1 technique on no known channel (tea-leaves); a web-bundle-analysis source would confirm it',
    ],
  ];
  for (const [name, provenance, carries, words] of CASES) {
    it(`weighs ${name}`, () => {
      const found = evidence(provenance);
      assert.equal(found.words, words);
      assert.equal(found.carries, carries);
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
      return carriedBy(fact, corpus).missing;
    };
    assert.equal(missing(true), 'a websocket-capture would confirm it');
    assert.equal(missing(false), 'a technique on another channel, with a source, would confirm it');
  });

  it('gives a capture to any technique where the spec has no captures', () => {
    const provenance =
      "{ techniques: [websocket-capture, frida-hooking], sources: ['capture:w', 'capture:f'] }";
    assert.equal(evidence(provenance, {}).carries, 'confirmed');
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
      return carriedBy(fact, corpus);
    };
    const W = "{ techniques: [websocket-capture], sources: ['capture:w'] }";
    const F = "{ techniques: [frida-hooking], sources: ['capture:f'] }";

    it('rests on everything inside where it says nothing itself', () => {
      const found = weigh(
        '{ tools: [a] }',
        `attributes: [${inner(W)}]`,
        `children: [${child('c', '1', `provenance: ${W}, children: [${child('d', '1', `attributes: [${inner(F)}]`)}]`)}]`,
      );
      assert.equal(found.carries, 'confirmed');
      assert.ok(found.inherited);
      assert.equal(found.words, 'from what is inside: 2 channels (wire, runtime)');
    });

    it('rests on what it says itself otherwise', () => {
      const found = weigh('{ flavors: [baileys] }', `attributes: [${inner(W)}]`);
      assert.equal(found.carries, 'unknown');
      assert.ok(!found.inherited);
    });

    it('has nothing where nothing is inside', () => {
      assert.equal(weigh('{}', 'attributes: []').words, evidence('{}').words);
      assert.equal(
        weigh('{}', `attributes: [${inner('{}')}]`).words,
        `from what is inside: ${evidence('{}').words}`,
      );
    });
  });
});
