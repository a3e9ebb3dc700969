import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDisputes } from '../../../../lib/corpus/disputes/open-disputes.ts';
import { type Evidence, weighEvidence } from '../../../../lib/corpus/evidence/evidence.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { differenceInTime } from '../../../../lib/corpus/sources/difference-in-time.ts';
import { attribute, capture, flavor, stanza } from '../../../cases/texts.ts';

const seen = (id: string, technique: string, on?: string): Readonly<Record<string, string>> => ({
  [`captures/${id}.yaml`]: capture(
    id,
    `{ technique: ${technique}${on === undefined ? '' : `, captured_at: '${on}'`} }`,
  ),
});
const client = (id: string, on?: string, rest = ''): Readonly<Record<string, string>> => ({
  [`flavors/${id}.yaml`]: flavor(id, `${on === undefined ? '' : `date: '${on}'\n`}${rest}`),
});
const EXTRACT = 'basis: [web-bundle-analysis]\n';

// The newest of all is of 2026-08-22: what is older than 2023-08-22 is of its time.
const FILES = {
  ...seen('wire-2015', 'websocket-capture', '2015-06-01'),
  ...seen('wire-2026', 'websocket-capture', '2026-05-14T10:00:00Z'),
  ...seen('wire-undated', 'websocket-capture'),
  ...seen('runtime-2019', 'frida-hooking', '2019'),
  ...seen('runtime-before', 'frida-hooking', '2023-08-21'),
  ...seen('runtime-just', 'frida-hooking', '2023-08-22'),
  ...seen('runtime-year', 'frida-hooking', '2023'),
  ...seen('runtime-odd', 'frida-hooking', '20150301'),
  ...client('extract', '2026-08-22', EXTRACT),
  ...client('extract-2', '2026-08-01', EXTRACT),
  ...client('old-extract', '2020-01-01', EXTRACT),
  ...client('meow', '2026-01-01'),
  ...client('old-meow', '2015-01-01'),
  ...client('undated-meow'),
  ...client('port', '2026-02-02', 'derives_from: [extract]\n'),
  ...client('spec-of-today', '2026-01-01', 'kind: description\n'),
};

function evidence(sources: string, techniques: string, flavors = '', files: object = FILES): Evidence {
  const provenance = `provenance: { techniques: [${techniques}], flavors: [${flavors}], sources: [${sources}] }`;
  const { corpus, findings } = loadCorpus(
    memoryFiles({
      'stanzas/call-x.yaml': stanza(`attributes:\n  - ${attribute('a', 'int', provenance)}\n`),
      ...files,
    }),
  );
  assert.deepEqual(findings, []);
  const [fact] = corpus.facts;
  assert.ok(fact !== undefined);
  return weighEvidence(fact, corpus);
}

const WIRE_AND_CODE = 'websocket-capture, web-bundle-analysis';
const WIRE_AND_RUNTIME = 'websocket-capture, frida-hooking';

const CASES: readonly [name: string, of: Parameters<typeof evidence>, supports: string, words: RegExp][] = [
  [
    'two channels of today',
    ["'capture:wire-2026', 'extract:a#L1'", WIRE_AND_CODE],
    'confirmed',
    /^observed on the wire and in code$/,
  ],
  [
    'a channel of former years beside one of today',
    ["'capture:wire-2015', 'extract:a#L1'", WIRE_AND_CODE],
    'probable',
    /^observed on the wire in 2015 and in code, no two of which are of the last three years; a newer websocket-capture would confirm it$/,
  ],
  [
    'two channels of former years',
    ["'capture:wire-2015', 'capture:runtime-2019'", WIRE_AND_RUNTIME],
    'probable',
    /^observed on the wire in 2015 and in a running client in 2019, no two .*; a web-bundle-analysis source and a newer websocket-capture would confirm it$/,
  ],
  [
    'the same with the code of another client of today',
    ["'capture:wire-2015', 'extract:a#L1', 'meow:b'", WIRE_AND_CODE, 'meow'],
    'confirmed',
    /^observed on the wire in 2015 and in code, 2 implementations, 1 of them independent and with a source$/,
  ],
  [
    'two channels of former years with such a client',
    ["'capture:wire-2015', 'capture:runtime-2019', 'meow:b'", WIRE_AND_RUNTIME, 'meow'],
    'confirmed',
    /^observed on the wire in 2015 and in a running client in 2019, 1 implementation$/,
  ],
  [
    'a client of former years',
    ["'capture:wire-2015', 'extract:a#L1', 'old-meow:b'", WIRE_AND_CODE, 'old-meow'],
    'probable',
    /no two of which/,
  ],
  [
    'a client that is not listed',
    ["'capture:wire-2015', 'extract:a#L1', 'meow:b'", WIRE_AND_CODE],
    'probable',
    /no two of which/,
  ],
  [
    'a description of today',
    ["'capture:wire-2015', 'extract:a#L1', 'spec-of-today:b'", WIRE_AND_CODE, 'spec-of-today'],
    'probable',
    /no two of which/,
  ],
  [
    'code that the channel of today rests on itself',
    ["'capture:wire-2015', 'extract:a#L1', 'extract-2:a#L1'", WIRE_AND_CODE, 'extract, extract-2'],
    'probable',
    /no two of which/,
  ],
  [
    'a port of such code',
    ["'capture:wire-2015', 'extract:a#L1', 'port:a#L1'", WIRE_AND_CODE, 'extract, port'],
    'probable',
    /no two of which/,
  ],
  [
    'a newer capture beside an old one',
    ["'capture:wire-2015', 'capture:wire-2026', 'extract:a#L1'", WIRE_AND_CODE],
    'confirmed',
    /^observed on the wire and in code$/,
  ],
  [
    'an old extract beside a capture of today',
    ["'capture:wire-2026', 'old-extract:a#L1'", WIRE_AND_CODE],
    'probable',
    /observed on the wire and in code in 2020, no two .*; a newer web-bundle-analysis source would confirm it$/,
  ],
  [
    'the last day before three years',
    ["'capture:wire-2026', 'capture:runtime-before'", WIRE_AND_RUNTIME],
    'probable',
    /in a running client in 2023, no two/,
  ],
  [
    'the first day of three years',
    ["'capture:wire-2026', 'capture:runtime-just'", WIRE_AND_RUNTIME],
    'confirmed',
    /^observed .* and in /,
  ],
  [
    'a year that may be',
    ["'capture:wire-2026', 'capture:runtime-year'", WIRE_AND_RUNTIME],
    'confirmed',
    /^observed .* and in /,
  ],
  ['no date', ["'capture:wire-undated', 'extract:a#L1'", WIRE_AND_CODE], 'confirmed', /^observed .* and in /],
  [
    'a date in another form',
    ["'capture:wire-2026', 'capture:runtime-odd'", WIRE_AND_RUNTIME],
    'confirmed',
    /^observed .* and in /,
  ],
  [
    'one without a date among old ones',
    ["'capture:wire-2015', 'capture:wire-undated', 'extract:a#L1'", WIRE_AND_CODE],
    'confirmed',
    /^observed on the wire and in code$/,
  ],
  ['a link, which has no date', ["'#1', 'extract:a#L1'", WIRE_AND_CODE], 'confirmed', /^observed .* and in /],
  [
    'a client without a date',
    ["'capture:wire-2015', 'extract:a#L1', 'undated-meow:b'", WIRE_AND_CODE, 'undated-meow'],
    'confirmed',
    /^observed .* and in /,
  ],
  [
    'three channels of which two are of today',
    [
      "'capture:wire-2015', 'capture:runtime-just', 'extract:a#L1'",
      'websocket-capture, frida-hooking, web-bundle-analysis',
    ],
    'confirmed',
    /^observed on the wire in 2015, in a running client, and in code$/,
  ],
  [
    'one channel of former years',
    ["'capture:wire-2015'", 'websocket-capture'],
    'probable',
    /^observed on the wire in 2015; a web-bundle-analysis source and a newer websocket-capture would confirm it$/,
  ],
];

describe('evidence is of its time', () => {
  for (const [name, of, supports, words] of CASES) {
    it(`weighs ${name}`, () => {
      const found = evidence(...of);
      assert.equal(found.supports, supports);
      assert.match(found.words, words);
    });
  }

  it('is of today in a corpus that has nothing newer', () => {
    const { 'captures/wire-2015.yaml': wire, 'captures/runtime-2019.yaml': runtime } = FILES;
    const sources = "'capture:wire-2015', 'capture:runtime-2019'";
    const files = { 'captures/wire-2015.yaml': wire, 'captures/runtime-2019.yaml': runtime };
    assert.equal(evidence(sources, WIRE_AND_RUNTIME, '', files).supports, 'probable');
    const both = {
      'captures/wire-2015.yaml': wire,
      ...seen('runtime-2019', 'frida-hooking', '2018-06-01'),
    };
    assert.equal(evidence(sources, WIRE_AND_RUNTIME, '', both).supports, 'confirmed');
    // What was made up is of no time.
    const madeUp = `${capture('x', "{ technique: mitm-tls, captured_at: '2026-01-01' }").trimEnd()}\nkind: synthetic\n`;
    const more = { ...both, 'captures/x.yaml': madeUp };
    assert.equal(evidence(sources, WIRE_AND_RUNTIME, '', more).supports, 'confirmed');
  });
});

describe('a difference in time', () => {
  const disputes = [
    ["sources: ['capture:wire-2015']", '2015'],
    ["sources: ['capture:wire-2015', 'old-extract:a#L1']", '2020'],
    ["flavors: [old-meow], sources: ['old-meow:a']", '2015'],
    ["flavors: [old-meow, meow], sources: ['old-meow:a']", undefined],
    ["sources: ['capture:wire-2015', 'capture:wire-2026']", undefined],
    ["sources: ['capture:wire-2015', '#1']", undefined],
    ["sources: ['capture:wire-undated']", undefined],
    ["status: resolved, sources: ['#1']", undefined],
    ['', undefined],
  ] as const;
  const { corpus } = loadCorpus(
    memoryFiles({
      'stanzas/call-x.yaml': stanza(
        `attributes:\n  - ${attribute('a', 'int', `disputes: [${disputes.map(([rest], i) => `{ claim: It is ${i}.${rest === '' ? '' : `, ${rest}`} }`).join(', ')}]`)}\n`,
      ),
      ...FILES,
    }),
  );
  const [fact] = corpus.facts;
  const all = fact?.disputes ?? [];

  it('is what only captures and clients of former years say', () => {
    assert.deepEqual(
      all.map((one) => differenceInTime(one, corpus)),
      disputes.map(([, year]) => year),
    );
  });

  it('is no open dispute', () => {
    assert.equal(openDisputes([{ disputes: all }], corpus), 5);
  });
});
