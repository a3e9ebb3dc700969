import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineNodes } from '../../../../lib/corpus/facts/define-nodes.ts';
import { type ExampleMatch, matchExample } from '../../../../lib/corpus/match/match-example.ts';
import { parseXml } from '../../../../lib/corpus/match/parse-xml.ts';
import type { Attribute, Child, Stanza } from '../../../../lib/schema/types.generated.ts';

const said = { confidence: 'unknown', description: 'Said.' } as const;
const attribute = (name: string, rest: Partial<Attribute> = {}): Attribute => ({
  name,
  type: 'string',
  ...said,
  ...rest,
});
const child = (tag: string, rest: Partial<Child> = {}): Child => ({
  tag,
  occurrence: '0..1',
  ...said,
  ...rest,
});

const STANZA: Partial<Stanza> = {
  id: 's',
  tag: 'call',
  attributes: [attribute('id', { required: true }), attribute('id', { type: 'int' })],
  children: [
    child('offer', {
      occurrence: '1',
      attributes: [attribute('color', { type: 'enum:colors' }), attribute('shape', { type: 'enum:shapes' })],
      children: [
        child('*', { occurrence: '0..n', attributes: [attribute('n', { type: 'int' })] }),
        child('net'),
      ],
    }),
  ],
};
const node = defineNodes(new Map([['s', { data: STANZA as Stanza }]]), new Map()).stanza.get('s');
assert.ok(node !== undefined);
const TARGET = { id: 's', tag: 'call', match: undefined, node, home: 's', attributesIn: 's' };
const valuesOf = (id: string): string[] | undefined => (id === 'colors' ? ['red'] : undefined);

function match(text: string): ExampleMatch {
  const parsed = parseXml(text);
  assert.ok('root' in parsed);
  return matchExample(parsed.root, TARGET, valuesOf);
}

describe('matchExample', () => {
  it('links every tag and attribute to its fact', () => {
    const text = '<call id="a"><offer color="red" shape="?"><te n="1"/><net/><te/></offer></call>';
    const { links, contradictions } = match(text);
    assert.deepEqual(contradictions, []);
    assert.deepEqual(
      links.map(({ anchor, start, end }) => `${text.slice(start, end)} ${anchor}`),
      [
        'id @id',
        'offer offer',
        'color offer@color',
        'shape offer@shape',
        'te offer/*',
        'n offer/*@n',
        'net offer/net',
        'te offer/*',
      ],
    );
  });

  it('reports every contradiction with its position and its fact', () => {
    const text =
      '<call b="1"><offer color="blue"><te n="x"/><net/><net/></offer><answer><x/></answer></call>';
    assert.deepEqual(
      match(text).contradictions.map(
        ({ kind, anchor, offset }) => `${kind} ${anchor} ${text.slice(offset, offset + 5)}`,
      ),
      [
        'unknown-attribute  b="1"',
        'missing-attribute @id call ',
        'enum-value offer@color color',
        'value-type offer/*@n n="x"',
        'too-many offer/net net/>',
        'unknown-child  answe',
      ],
    );
    assert.deepEqual(match('<call id="a"/>').contradictions, [
      { kind: 'missing-child', anchor: 'offer', offset: 1, tag: 'offer', parent: 'call', occurrence: '1' },
    ]);
  });

  it('stops if the outermost tag is another one', () => {
    assert.deepEqual(match('<iq a="b"><c/></iq>'), {
      links: [],
      contradictions: [{ kind: 'root', anchor: '', offset: 1, tag: 'iq', expected: 'call' }],
    });
  });
});
