import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { attribute, child, enumeration, sharedNode, stanza, used } from '../../../cases/texts.ts';
import { publicationOf } from '../hostile.ts';

const LEG =
  '{ presence: optional, confidence: probable, note: Few do., provenance: { flavors: [f], sources: [a note] } }';
const IP = attribute(
  'ip',
  'string',
  `value: '192.0.2.1', sent: ${LEG}, delivered: always, written_by: [client, engine], only_if: '@port is present',
   required_if: incoming, builds: [{ client: Web, platform: Chrome, since: '2.1', until: '2.3' }],
   provenance: { sources: [a source of ip] }`,
);

const files = new Map(
  [
    ...publishedFiles({
      ...publicationOf({
        'stanzas/call-x.yaml': stanza(`envelope: call-e
children_order: [te, rte]
children:
  - ${used('te')}
  - ${used('te', "without: ['@port', inner]", 'rte')}
  - ${child("'*'", '0..n', 'tags_from: enum:colors, apart: It is none.')}
examples:
  - { title: One, format: xml, leg: sent, body: '<call/>' }
`),
        'stanzas/call-e.yaml': stanza(`attributes: [${attribute('id', 'string')}]\n`, 'call-e'),
        'nodes/te.yaml': sharedNode(`attributes: [${IP}, ${attribute('port', 'int')}]
one_of: [{ id: address, of: ['@ip', '@port'], occurrence: '1', confidence: unknown, description: One. }]
children: [${child('inner', '1', 'children_order: { sent: fixed, delivered: [a, b] }')}]
`),
        'enums/colors.yaml': enumeration(['red']),
      }),
      releases: [],
    }),
  ].map(({ path, text }) => [path, text]),
);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true });
for (const [path, text] of files) if (path.startsWith('schema/')) ajv.addSchema(JSON.parse(text));

// biome-ignore lint/suspicious/noExplicitAny: JSON of any form
const read = (path: string): any => JSON.parse(files.get(path) ?? '');
const factsOf = (path: string): Map<string, Record<string, unknown>> =>
  new Map(read(path).facts.map((one: { place?: string; path: string }) => [one.place ?? one.path, one]));

describe('JSON of shared nodes', () => {
  it('has the keys of the node, its own facts and where it is used', () => {
    const { tag, tally, used_by } = read('nodes/te.json');
    assert.equal(tag, 'te');
    assert.equal(tally.facts, 4);
    assert.deepEqual(used_by, ['call-x:te', 'call-x:rte']);
    assert.deepEqual(
      [...factsOf('nodes/te.json').keys()],
      ['node/te:@ip', 'node/te:@port', 'node/te:one_of(address)', 'node/te:inner'],
    );
  });

  it('has every key of a fact', () => {
    const ip = factsOf('nodes/te.json').get('node/te:@ip');
    assert.deepEqual(ip?.['sent'], {
      presence: 'optional',
      confidence: 'probable',
      note: 'Few do.',
      flavors: ['f'],
      sources: [{ text: 'a note' }],
    });
    assert.deepEqual(ip?.['delivered'], { presence: 'always' });
    assert.deepEqual(ip?.['written_by'], ['client', 'engine']);
    assert.equal(ip?.['value'], '192.0.2.1');
    assert.equal(ip?.['only_if'], '@port is present');
    assert.equal(ip?.['required_if'], 'incoming');
    assert.deepEqual(ip?.['builds'], [{ client: 'Web', platform: 'Chrome', since: '2.1', until: '2.3' }]);
    const choice = factsOf('nodes/te.json').get('node/te:one_of(address)');
    assert.deepEqual([choice?.['of'], choice?.['occurrence']], [['@ip', '@port'], '1']);
    const inner = factsOf('nodes/te.json').get('node/te:inner');
    assert.deepEqual(inner?.['children_order'], { sent: 'fixed', delivered: ['a', 'b'] });
  });

  it('has a shared fact at each place, under the path and address of its owner', () => {
    const facts = factsOf('stanzas/call-x.json');
    assert.deepEqual(
      [...facts.keys()],
      [
        'call-x:@id',
        'call-x:te',
        'call-x:te@ip',
        'call-x:te@port',
        'call-x:te/one_of(address)',
        'call-x:te/inner',
        'call-x:rte',
        'call-x:rte@ip',
        'call-x:rte/one_of(address)',
        'call-x:*',
      ],
    );
    const ip = facts.get('call-x:rte@ip');
    assert.equal(ip?.['path'], 'node/te:@ip');
    assert.match(String(ip?.['url']), /nodes\/te\/#@ip$/);
    assert.equal(ip?.['node'], 'rte');
    // Its evidence is in the file of the node alone.
    assert.equal(ip?.['confidence'], 'unknown');
    assert.ok(!JSON.stringify(read('stanzas/call-x.json')).includes('a source of ip'));
    assert.ok(JSON.stringify(read('nodes/te.json')).includes('a source of ip'));
    assert.equal(facts.get('call-x:@id')?.['path'], 'call-e:@id');
    const rte = facts.get('call-x:rte');
    assert.deepEqual([rte?.['use'], rte?.['without']], ['te', ['@port', 'inner']]);
    const any = facts.get('call-x:*');
    assert.deepEqual([any?.['tags_from'], any?.['apart']], ['enum:colors', 'It is none.']);
    const { envelope, examples, children_order } = read('stanzas/call-x.json');
    assert.deepEqual([envelope, examples[0].leg, children_order], ['call-e', 'sent', ['te', 'rte']]);
  });

  it('has a shared fact once in the whole corpus', () => {
    const paths = read('spec.json').facts.map(({ path }: { path: string }) => path);
    assert.equal(paths.filter((path: string) => path.endsWith('@ip')).length, 1);
    assert.equal(new Set(paths).size, paths.length);
    assert.equal(read('spec.json').nodes[0].id, 'te');
  });

  it('fits its schemas, which refuse other words', () => {
    for (const path of ['nodes/te.json', 'stanzas/call-x.json', 'spec.json', 'nodes.json', 'facts.json']) {
      const data = read(path);
      assert.ok(ajv.validate(data.$schema, data), `${path}: ${ajv.errorsText()}`);
    }
    const te = read('nodes/te.json');
    for (const wrong of [
      { sent: { presence: 'always' } },
      { sent: 'required' },
      { of: '@ip' },
      { builds: [{}] },
    ]) {
      assert.ok(
        !ajv.validate(te.$schema, { ...te, facts: [{ ...te.facts[0], ...wrong }] }),
        JSON.stringify(wrong),
      );
    }
  });
});

describe('Markdown of shared nodes', () => {
  it('says each key of a fact in words', () => {
    const text = files.get('nodes/te.md') ?? '';
    for (const line of [
      '- Always: `192.0.2.1`',
      '- Sent: optional, probable; flavors: `f`; sources: `a note`. Few do.',
      '- Delivered: always',
      '- Written by: client, engine',
      '- Only if: `@port is present`',
      '- Required if: `incoming`',
      '- Builds: Web (Chrome) 2.1 to 2.3',
      '- Exactly one of: `@ip`, `@port`',
      '- Order of children: sent: fixed; delivered: a, b',
      '## Used at',
    ])
      assert.ok(text.includes(line), line);
    assert.match(text, /`call-x:rte`\]\([^)]*\), without `@port`, `inner`/);
  });

  it('says of a stanza what is shared, and leaves its evidence to the owner', () => {
    const text = files.get('stanzas/call-x.md') ?? '';
    for (const line of [
      '- Envelope: `call-e`',
      '- Order of children: te, rte',
      '- Place: `call-x:rte@ip`',
      '- Shared node: `node/te`',
      '- Tags: `enum:colors`',
      '- Not the shared node: It is none.',
      '### As your client sends it: One',
    ])
      assert.ok(text.includes(line), line);
    assert.match(text, /Shared fact, with its evidence: \[`node\/te:@ip`\]/);
  });
});
