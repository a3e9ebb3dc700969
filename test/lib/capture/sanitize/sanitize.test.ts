import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { sameNode } from '../../../../lib/capture/tree/same-node.ts';
import { node, SPEC, stanzaOf, valuesOf } from '../nodes.ts';
import { sanitized, values } from './sanitized.ts';

it('sanitize replaces a number with a leading zero, 00 among them, also in a content', () => {
  assert.deepEqual(values('count', '7', '0', '99', '00', '07'), ['7', '0', '99', '99001', '99002']);
  const [root] = sanitized(node('call', {}, [node('y', {}, '00')]));
  assert.deepEqual(root?.children[0]?.content, { kind: 'text', text: '99001' });
});

describe('sanitize replaces', () => {
  it('what the spec does not know, and no number below 100', () => {
    const [root] = sanitized(
      node('call', { strange: '1', year: '07', odd: 'yes', from_me: 'true' }, [
        node('terminate', { reason: 'alice' }),
      ]),
    );
    assert.deepEqual(root === undefined ? [] : valuesOf(root), [
      '1',
      '99001',
      'TEXT-0001-synthetic',
      'TEXT-0002-synthetic',
      'VALUE-0001-synthetic',
    ]);
    const iq = sanitized(node('iq', { type: 'set' }, [node('query', {}, 'a secret')]));
    assert.deepEqual(iq.flatMap(valuesOf), ['TEXT-0001-synthetic', 'TEXT-0002-synthetic']);
  });

  it('large numbers, anywhere', () => {
    assert.deepEqual(values('offline', '3', '123456', '4915112345678', '123456'), [
      '3',
      '99001',
      '99002',
      '99001',
    ]);
  });

  it('but not a flag with a small number behind it, where the spec lists one', () => {
    const te = (latency: string): CapturedNode =>
      node('call', {}, [node('relaylatency', {}, [node('te', { latency })])]);
    assert.deepEqual(sanitized(te('33554492'), te('50331693')).flatMap(valuesOf), ['33554492', '99001']);
  });

  it('names that are not words', () => {
    const [root] = sanitized(
      node('call', { '4915112345678': '', deadbeef01: '', joao_silva85: '' }, [
        node('Grace Hopper'),
        node('john', { 'call-reason': '' }),
      ]),
    );
    assert.deepEqual(
      root?.attributes.map(({ name }) => name),
      ['unknown-0001', 'unknown-0002', 'unknown-0003'],
    );
    assert.deepEqual(
      root?.children.map(({ tag }) => tag),
      ['unknown-0004', 'unknown-0005'],
    );
    // Made of words of the spec alone.
    assert.equal(root?.children[1]?.attributes[0]?.name, 'call-reason');
    const kept = sanitize([stanzaOf(node('call', { john: '' }))], SPEC, { keepNames: ['john'] });
    assert.equal(kept.stanzas[0]?.root.attributes[0]?.name, 'john');
  });

  it('what was cut off: a piece of a value may identify somebody', () => {
    const root: CapturedNode = {
      tag: 'call',
      attributes: [{ name: 'from', value: '49151123', cut: true }],
      children: [{ ...node('offer'), content: { kind: 'cut', size: 100 }, cut: true }],
      content: undefined,
      cut: false,
    };
    const [result] = sanitized(root);
    assert.deepEqual(result?.attributes, [{ name: 'from', value: '', cut: true }]);
    assert.deepEqual(result?.children[0]?.content, { kind: 'cut', size: 128 });
    assert.equal(result?.children[0]?.cut, true);
  });

  it('and says what, by kind and count, without the values', () => {
    const { replaced } = sanitize(
      [
        stanzaOf(
          node('call', { from: '491511@lid', to: '491511@lid', id: 'x' }, [
            node('terminate', { 'call-creator': '2@lid' }),
          ]),
        ),
      ],
      SPEC,
    );
    assert.deepEqual(replaced, [
      { kind: 'JID', count: 3, distinct: 2 },
      { kind: 'id', count: 1, distinct: 1 },
    ]);
  });
});

describe('sanitize fails closed', () => {
  const refusal = (root: CapturedNode): string | undefined => {
    const { stanzas, refused, replaced } = sanitize([stanzaOf(root)], SPEC);
    assert.deepEqual([stanzas, replaced], [[], []]);
    return refused[0]?.reason;
  };

  it('on depth, size and number', () => {
    let deep = node('call', { from: '4915112345678@lid' });
    for (let i = 0; i < 100_000; i++) deep = node('call', {}, [deep]);
    assert.match(refusal(deep) ?? '', /deeper/);
    assert.match(
      refusal(
        node(
          'call',
          {},
          Array.from({ length: 6000 }, () => node('a')),
        ),
      ) ?? '',
      /5000 nodes/,
    );
    assert.match(refusal(node('call', { notify: 'x'.repeat(70_000) })) ?? '', /longer/);
    assert.match(
      refusal(
        node(
          'call',
          {},
          Array.from({ length: 20 }, () => node('a', {}, 'x'.repeat(60_000))),
        ),
      ) ?? '',
      /larger/,
    );
    const endless = { ...node('call'), children: [] as CapturedNode[] };
    endless.children.push(endless, endless);
    assert.ok(refusal(endless));
  });

  it('on what is neither text nor bytes', () => {
    const odd = (content: unknown): CapturedNode => ({ ...node('call'), content: content as never });
    assert.match(refusal(odd({ kind: 'image', data: 'x' })) ?? '', /neither/);
    assert.match(refusal(odd({ kind: 'text', text: 4915112345678 })) ?? '', /neither/);
    assert.match(
      refusal({ ...node('call'), attributes: [{ name: 'a', value: 4915 as never, cut: false }] }) ?? '',
      /neither/,
    );
    assert.match(refusal({ ...node('call'), children: ['4915112345678' as never] }) ?? '', /not a node/);
  });

  it('and returns the others', () => {
    const { stanzas, refused } = sanitize(
      [stanzaOf(node('call', { a: 'x'.repeat(70_000) })), stanzaOf(node('call'))],
      SPEC,
    );
    assert.equal(stanzas.length, 1);
    assert.equal(refused.length, 1);
  });
});

describe('sanitizing twice', () => {
  it('changes nothing in any example of the spec', async () => {
    const { parseXml } = await import('../../../../lib/corpus/match/parse-xml.ts');
    for (const { data } of SPEC.definitions.stanza.values()) {
      for (const { format, body } of data.examples ?? []) {
        const parsed = format === 'xml' ? parseXml(body) : undefined;
        if (parsed === undefined || 'error' in parsed) continue;
        const convert = (one: typeof parsed.root): CapturedNode => ({
          ...node(
            one.tag,
            Object.fromEntries(one.attributes.map(({ name, value }) => [name, value])),
            one.children.map(convert),
          ),
          content: one.text.trim() === '' ? undefined : { kind: 'text', text: one.text.trim() },
        });
        const [once] = sanitized(convert(parsed.root));
        assert.ok(once !== undefined);
        const [twice] = sanitized(once);
        assert.ok(twice !== undefined && sameNode(once, twice), data.id);
      }
    }
  });
});
