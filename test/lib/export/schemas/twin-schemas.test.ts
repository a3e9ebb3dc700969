import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedFiles } from '../../../../lib/publish/published-files.ts';
import { minimalStanza } from '../../../helpers/temp-spec.ts';
import { publicationOf } from '../hostile.ts';

const FLAVOR = `id: some-client
url: https://client.example/
maturity: working
notify_repo: owner/name
notify_opt_in: true
`;
const FLOW = `{ id: call, title: Call, status: draft, spec_version: '1', summary: A call.,
  rules: true, fragment: true, observers: [a], participants: [ { id: a, label: A }, { id: b, label: B } ],
  steps: [ { from: a, to: b, label: offer, confidence: probable,
    provenance: { flavors: [some-client], sources: [a note] } },
  { id: reply, from: b, to: a, label: accept, confidence: unknown, one_of: [ping], with: '@id is present', after: [],
    only_if: 'ping:@id is present', required_if: 'ping:@id is absent', echoes: [ { attribute: id, of: id } ] },
  { id: end, from: a, to: b, label: terminate, confidence: unknown, optional: true, repeats: true, answers: reply,
    within: { ms: 45000, provenance: { sources: ['#7'] } }, clients: { does: [official], leaves_out: [some-client] } } ] }`;

const files = new Map(
  [
    ...publishedFiles({
      ...publicationOf({
        'stanzas/ping.yaml': minimalStanza('ping'),
        'flavors/some-client.yaml': FLAVOR,
        'flows/call.yaml': FLOW,
      }),
      releases: [],
    }),
  ].map(({ path, text }) => [path, text]),
);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, ownProperties: true });
for (const [path, text] of files) if (path.startsWith('schema/')) ajv.addSchema(JSON.parse(text));

type Json = Record<string, unknown>;
const read = (path: string): Json => JSON.parse(files.get(path) ?? '');
const fits = (data: Json): boolean => ajv.validate(String(data['$schema']), data);

describe('the schemas of twins', () => {
  it('take every key that the YAML may have', () => {
    const flavor = read('flavors/some-client.json');
    assert.equal(flavor['notify_opt_in'], true);
    assert.equal(flavor['home'], 'https://client.example/');
    assert.ok(fits(flavor), ajv.errorsText());
  });

  it('have the lists of a provenance beside the keys of its owner, as the JSON has', () => {
    const flow = read('flows/call.json');
    assert.ok(fits(flow), ajv.errorsText());
    const [step] = flow['steps'] as Json[];
    assert.deepEqual(step?.['sources'], [{ text: 'a note' }]);
    assert.equal('path' in (step ?? {}), false);
    assert.ok(!fits({ ...flow, steps: [{ ...step, provenance: {} }] }));
    assert.ok(!fits({ ...flow, steps: [{ ...step, sources: ['a note'] }] }));
  });

  it('have the path of a step that has an id, what it answers, and the evidence for its time', () => {
    const flow = read('flows/call.json');
    const [, reply, end] = flow['steps'] as Json[];
    assert.equal(reply?.['path'], 'flow/call#reply');
    assert.match(String(end?.['url']), /\/flows\/call\/#end$/);
    assert.deepEqual(
      [end?.['optional'], end?.['repeats'], end?.['answers'], end?.['clients']],
      [true, true, 'reply', { does: ['official'], leaves_out: ['some-client'] }],
    );
    assert.deepEqual([flow['rules'], flow['fragment'], flow['observers']], [true, true, ['a']]);
    assert.deepEqual(
      ['one_of', 'with', 'after', 'only_if', 'required_if', 'echoes'].map((key) => reply?.[key]),
      [
        ['ping'],
        '@id is present',
        [],
        'ping:@id is present',
        'ping:@id is absent',
        [{ attribute: 'id', of: 'id' }],
      ],
    );
    assert.ok(!fits({ ...flow, steps: [{ ...reply, echoes: [{ of: 'id' }] }] }));
    assert.deepEqual(end?.['within'], { ms: 45000, sources: [{ text: '#7' }] });
    assert.ok(!fits({ ...flow, steps: [{ ...end, within: { ms: 'soon' } }] }));
    const markdown = files.get('flows/call.md') ?? '';
    for (const row of [
      '- Path: `flow/call#end`',
      '- Optional',
      '- Can repeat',
      '- Done by: `official`',
      '- Left out by: `some-client`',
    ]) {
      assert.ok(markdown.includes(`\n   ${row}`), row);
    }
    assert.ok(
      markdown.includes(
        '   - Answers [step 2](<https://spec.example/base/flows/call/#reply>), within 45 s (`#7`)',
      ),
    );
  });

  it('refuse keys, words and types that the schemas of the YAML refuse', () => {
    const flavor = read('flavors/some-client.json');
    const { facts: _, ...incomplete } = flavor;
    for (const wrong of [
      incomplete,
      { ...flavor, colour: 'red' },
      { ...flavor, maturity: 'perfect' },
      { ...flavor, notify_opt_in: 'yes' },
    ]) {
      assert.ok(!fits(wrong), JSON.stringify(wrong));
    }
    const stanza = read('stanzas/ping.json');
    assert.ok(fits(stanza), ajv.errorsText());
    assert.ok(!fits({ ...stanza, category: 'other' }));
    assert.ok(!fits({ ...stanza, tally: { facts: 0 } }));
  });

  it('describe facts by the words of the spec', () => {
    const { properties } = read('schema/fact.schema.json') as {
      properties: Record<string, { enum: string[] }>;
    };
    assert.deepEqual(properties['confidence']?.enum, ['confirmed', 'probable', 'speculative', 'unknown']);
    assert.deepEqual(properties['occurrence']?.enum, ['1', '0..1', '0..n', '1..n']);
  });
});
