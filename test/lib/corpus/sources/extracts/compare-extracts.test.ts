import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCorpus } from '../../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../../lib/corpus/ports/memory-files.ts';
import {
  type Compared,
  type Comparison,
  compareExtracts,
} from '../../../../../lib/corpus/sources/extracts/compare-extracts.ts';
import { renderComparison } from '../../../../../lib/corpus/sources/extracts/render-comparison.ts';

const stanza = (id: string, more: string): string =>
  `id: ${id}\ntag: call\ndisplay_name: ${id}\ncategory: signaling\ndirection: [outgoing, incoming]\nstatus: draft\nspec_version: '1.0.0'\nsummary: A stanza.\n${more}`;

/** An attribute, at an indentation; `cites` is a place in the extract. */
const attribute = (name: string, more: string, cites = '', by = '  '): string =>
  [
    `- name: ${name}`,
    ...more.split('; ').map((line) => `  ${line}`),
    '  confidence: speculative',
    '  description: A thing.',
    ...(cites === '' ? [] : ['  provenance:', '    sources:', `      - web:x.json${cites}`]),
  ]
    .map((line) => `${by}${line}\n`)
    .join('');

const ENVELOPE = stanza(
  'envelope',
  `children:\n  - tag: '*'\n    occurrence: '1'\n    confidence: speculative\n    description: Any.\n`,
);
const FLAVOR = 'id: web\ncommit: abcdef0\nextracts:\n  - path: x.json\n    format: node-tree\n';

/** An attribute of a tree: `name type`, with `?` behind one that may be absent. */
const attrs = (...all: string[]): object =>
  Object.fromEntries(
    all.map((one) => {
      const [, name = '', type, optional] = /^(\S+) (\w+)(\?)?$/.exec(one) ?? [];
      return [name, { type, ...(optional === '?' ? { optional: true } : {}) }];
    }),
  );
const responses = (...nodes: object[]): object => ({
  operations: {
    A: { responses: nodes.map((node) => ({ module: 'Parser', node: { tag: 'call', ...node } })) },
  },
});
const request = (node: object): object => ({
  operations: { A: { request: { module: 'Builder', node: { tag: 'call', ...node } } } },
});

function compare(stanzas: Readonly<Record<string, string>>, extract: unknown, files: object = {}): Compared {
  const { corpus, findings } = loadCorpus(
    memoryFiles({
      'stanzas/envelope.yaml': ENVELOPE,
      'flavors/web.yaml': FLAVOR,
      ...Object.fromEntries(
        Object.entries(stanzas).map(([id, text]) => [`stanzas/${id}.yaml`, stanza(id, text)]),
      ),
      ...files,
    }),
  );
  assert.deepEqual(findings, []);
  const bytes = new TextEncoder().encode(
    typeof extract === 'string' ? extract : JSON.stringify(extract, undefined, 1),
  );
  return compareExtracts(corpus, new Map([['web', new Map([['x.json', bytes]])]]));
}

const short = (all: readonly Comparison[]): string[] =>
  all.map(({ fact, aspect, leg, ours, theirs }) => `${fact} ${aspect} ${leg}: ${ours}, ${theirs}`);

/** A stanza whose payload has the attributes. */
const PAYLOAD = (tag: string, attributes: string): string =>
  `envelope: envelope\nchildren:\n  - tag: ${tag}\n    occurrence: '1'\n    confidence: speculative\n    description: It.\n    attributes:\n${attributes}`;

describe('a fact and an extract', () => {
  it('contradict each other if the fact requires what a parser may lack, and cites its lines', () => {
    const offer = (cites: string) =>
      PAYLOAD('offer', attribute('t', 'type: int; required: true', cites, '      '));
    const extract = responses({ children: [{ tag: 'offer', min: 1, attrs: attrs('t int?') }] });
    const found = compare({ offer: offer('#L12-L25') }, extract);
    assert.deepEqual(short(found.contradictions), ['offer:offer@t presence delivered: always, sometimes']);
    const [one] = found.contradictions;
    assert.match(one?.place ?? '', /^web:x\.json#L\d+-L\d+$/);
    assert.deepEqual([one?.at.file, one?.origin], ['spec/stanzas/offer.yaml', 'Parser']);
    // The same without the citation is a difference.
    const uncited = compare({ offer: offer('') }, extract);
    assert.deepEqual(short(uncited.contradictions), []);
    assert.deepEqual(short(uncited.differences), ['offer:offer@t presence delivered: always, sometimes']);
  });

  it('do not contradict each other on the leg of which the extract says nothing', () => {
    const legs = 'type: int; required: true; delivered: sometimes';
    const offer = PAYLOAD('offer', attribute('t', legs, '#L1-L99', '      '));
    const tree = { children: [{ tag: 'offer', min: 1, attrs: attrs('t int?') }] };
    assert.deepEqual(compare({ offer }, responses(tree)).contradictions, []);
    assert.deepEqual(short(compare({ offer }, request(tree)).contradictions), [
      'offer:offer@t presence sent: always, sometimes',
    ]);
  });

  it('differ if the client always writes what others leave out; what it demands is always there', () => {
    const offer = PAYLOAD('offer', attribute('t', 'type: int; required: false', '#L1-L99', '      '));
    const tree = { children: [{ tag: 'offer', min: 1, attrs: attrs('t int') }] };
    const sent = compare({ offer }, request(tree));
    assert.deepEqual(
      [short(sent.contradictions), short(sent.differences)],
      [[], ['offer:offer@t presence sent: sometimes, always']],
    );
    assert.deepEqual(short(compare({ offer }, responses(tree)).contradictions), [
      'offer:offer@t presence delivered: sometimes, always',
    ]);
  });

  it('agree where a dispute of the fact names the extract', () => {
    const dispute = 'type: int; required: true; disputes:; - { claim: It may lack., flavors: [web] }';
    const offer = PAYLOAD('offer', attribute('t', dispute, '#L1-L99', '      '));
    const found = compare({ offer }, responses({ children: [{ tag: 'offer', attrs: attrs('t int?') }] }));
    assert.deepEqual(found.contradictions, []);
  });

  it('are held against each other by type, values and repetition', () => {
    const attributes = [
      attribute('creator', 'type: string', '#L1-L199', '      '),
      attribute('who', 'type: int', '#L1-L199', '      '),
      attribute('kind', 'type: enum:kinds', '#L1-L199', '      '),
      attribute('v', "type: int; value: '1'", '#L1-L199', '      '),
    ].join('');
    const user = `    children:\n      - tag: user\n        occurrence: '0..1'\n        confidence: speculative\n        description: One.\n        provenance:\n          sources: [web:x.json#L1-L199]\n`;
    const offer = {
      tag: 'offer',
      min: 1,
      max: 1,
      attrs: {
        ...attrs('creator deviceJid', 'who userJid'),
        kind: { type: 'enum', enumValues: ['a', 'c'] },
        v: { type: 'literal', value: '2' },
      },
      children: [{ tag: 'user', min: 0, max: null, attrs: {} }],
    };
    const kinds =
      'id: kinds\ntitle: Kinds\nstatus: draft\nsummary: Kinds.\nvalues:\n  - { value: a, confidence: speculative, description: A. }\n';
    const found = compare({ offer: PAYLOAD('offer', attributes + user) }, responses({ children: [offer] }), {
      'enums/kinds.yaml': kinds,
    });
    assert.deepEqual(short(found.contradictions), [
      'offer:offer@who type delivered: int, jid',
      'offer:offer@kind values delivered: a, a, c',
      'offer:offer@v values delivered: 1, 2',
      'offer:offer/user repetition delivered: one at most, several',
    ]);
    assert.ok(short(found.differences).includes('offer:offer@creator type delivered: string, jid'));
  });

  it('are about the same stanza: a tree with another payload says nothing of it', () => {
    const t = attribute('t', 'type: int; required: true', '', '      ');
    const found = compare(
      {
        offer: `${PAYLOAD('offer', t)}attributes:\n${attribute('r', 'type: int; required: true')}`,
        accept: PAYLOAD('accept', t),
      },
      responses({ attrs: attrs('r int?'), children: [{ tag: 'accept', attrs: attrs('t int?', 'u int') }] }),
    );
    assert.deepEqual(short(found.differences), ['accept:accept@t presence delivered: always, sometimes']);
    assert.deepEqual(
      found.undescribed.map(({ name }) => name),
      ['call@r', 'call/accept@u'],
    );
  });

  it('say of a payload that only some trees have that it is there sometimes', () => {
    const child = (tag: string, occurrence: string) =>
      `  - tag: ${tag}\n    occurrence: '${occurrence}'\n    confidence: speculative\n    description: It.\n    provenance:\n      sources: [web:x.json#L1-L99]\n`;
    const trees = responses({ children: [{ tag: 'a', min: 1 }] }, { children: [{ tag: 'b', min: 1 }] });
    const link = (occurrence: string) =>
      `envelope: envelope\nmatch:\n  payload: [a, b]\nchildren:\n${child('a', occurrence)}${child('b', '0..1')}`;
    assert.deepEqual(compare({ link: link('0..1') }, trees).contradictions, []);
    assert.deepEqual(short(compare({ link: link('1') }, trees).contradictions), [
      'link:a presence delivered: always, sometimes',
    ]);
  });

  it('meet at the lines that the fact cites where no path leads to them', () => {
    const report = stanza(
      'report',
      `attributes:\n${attribute('t', 'type: int; required: true', '#L1-L99')}`,
    ).replace('tag: call\n', 'tag: call_info\n');
    const found = compare({}, request({ children: [{ tag: 'call_info', attrs: attrs('t int?') }] }), {
      'stanzas/report.yaml': report,
    });
    assert.deepEqual(short(found.contradictions), ['report:@t presence sent: always, sometimes']);
  });

  it('are not compared if the extract cannot be read', () => {
    const { unread, agreements } = compare({}, '{ "operations": ');
    assert.deepEqual([unread, agreements], [[{ place: 'web:x.json', reason: 'not JSON' }], []]);
  });
});

describe('the comparison as text', () => {
  it('says first what contradicts a cited source, with both places, and shows no control characters', () => {
    const offer = PAYLOAD(
      'offer',
      attribute('t', 'type: int; required: true', '#L1-L99', '      ') +
        attribute('u', 'type: int; required: true', '', '      '),
    );
    const extract = responses({
      children: [{ tag: 'offer', attrs: { ...attrs('t int?', 'u int?'), 'x\u001b[2J': { type: 'int' } } }],
    });
    const text = renderComparison(compare({ offer }, extract));
    assert.match(
      text,
      /^Contradicted by a source that the fact cites \(1\):\nspec\/stanzas\/offer\.yaml:\d+:\d+ offer:offer@t\n {2}presence \(delivered\): here always; there sometimes\n {4}web:x\.json#L\d+-L\d+, Parser\n/,
    );
    assert.match(text, /Different from an extract[\s\S]*offer@u\n[\s\S]*Parser, not cited/);
    assert.ok(!text.includes('\u001b'));
    assert.match(text, /agreements?, 1 difference, 1 contradiction with cited sources\.\n$/);
  });
});
