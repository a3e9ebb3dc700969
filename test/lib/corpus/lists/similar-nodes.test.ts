import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { similarNodes } from '../../../../lib/corpus/lists/similar-nodes.ts';
import { attribute, child, stanza } from '../../../cases/texts.ts';
import { corpusOf } from '../../capture/nodes.ts';

const TE = `attributes: [${attribute('ip', 'bytes')}, ${attribute('port', 'int')}]`;
const payload = (...inside: string[]): string =>
  `children:\n  - ${child('offer', '1', `children: [${inside.join(', ')}]`)}\n`;
const shared = (id: string, tag: string, rest: string): string => `id: ${id}
tag: ${tag}
display_name: Node
status: draft
spec_version: '0.1.0'
summary: A node.
${rest}`;

/** What is found in the stanzas call-a, call-b, …, each with one payload, and in shared nodes. */
function found(payloads: readonly string[], nodes: Readonly<Record<string, string>> = {}) {
  const files = payloads.map((text, i) => {
    const id = `call-${'abc'.charAt(i)}`;
    return [
      `stanzas/${id}.yaml`,
      stanza(text, id).replace('tag: call', `tag: call${i}`).replace('tag: offer', `tag: offer${i}`),
    ];
  });
  const corpus = corpusOf({ ...Object.fromEntries(files), ...nodes });
  return similarNodes(corpus).flatMap(({ tag, pairs }) =>
    pairs.map(({ nodes: [a, b], similarity, differences, reason }) => {
      const share = Math.round(similarity * 100);
      return (
        `${tag}: ${a.path} ${b.path} ${share} ${differences.join(' ')}`.trimEnd() +
        (reason === undefined ? '' : `; ${reason}`)
      );
    }),
  );
}

describe('similarNodes', () => {
  it('finds equal nodes wherever they are, and says where', () => {
    const te = child('te', '0..1', TE);
    assert.deepEqual(found([payload(te), payload(child('relay', '1', `children: [${te}]`))]), [
      'te: call-a:offer0/te call-b:offer1/relay/te 100',
    ]);
  });

  it('finds nodes that drifted apart in a name, a type or the content, and says in which', () => {
    const one = (attributes: string, more = '') =>
      payload(child('te', '0..1', `attributes: [${attributes}]${more}`));
    const [ip, port] = [attribute('ip', 'bytes'), attribute('port', 'int')];
    const bytes = ', content: { type: bytes, confidence: unknown, description: Bytes. }';
    const first = `${ip}, ${port}`;
    assert.deepEqual(found([one(first), one(`${ip}, ${port}, ${attribute('id', 'int')}`)]), [
      'te: call-a:offer0/te call-b:offer1/te 67 @id',
    ]);
    assert.deepEqual(found([one(first), one(`${ip}, ${attribute('port', 'string')}`)]), [
      'te: call-a:offer0/te call-b:offer1/te 60 @port',
    ]);
    assert.deepEqual(found([one(first), one(first, bytes)]), [
      'te: call-a:offer0/te call-b:offer1/te 67 text()',
    ]);
    assert.deepEqual(found([one(ip), one(ip, `, children: [${child('x')}]`)]), [
      'te: call-a:offer0/te call-b:offer1/te 67 x',
    ]);
  });

  it('does not take nodes of one tag for similar that have little in common', () => {
    const other = child(
      'te',
      '0..1',
      `attributes: [${attribute('ip', 'bytes')}, ${attribute('a', 'int')}, ${attribute('b', 'int')}]`,
    );
    assert.deepEqual(found([payload(child('te', '0..1', TE)), payload(other)]), []);
  });

  it('does not list uses of a shared node, and lists what describes the node again', () => {
    const nodes = { 'nodes/te.yaml': shared('te', 'te', TE) };
    const use = '{ tag: te, occurrence: "0..1", confidence: unknown, use: te }';
    assert.deepEqual(found([payload(use), payload(use)], nodes), []);
    assert.deepEqual(found([payload(use), payload(child('te', '0..1', TE))], nodes), [
      'te: call-b:offer1/te node/te: 100',
    ]);
  });

  it('gives the reason why two nodes are apart, on whichever of them it is', () => {
    const apart = child('te', '0..1', `${TE}, apart: It is the address of the peer.`);
    const te = child('te', '0..1', TE);
    for (const list of [
      [te, apart],
      [apart, te],
    ]) {
      assert.deepEqual(found([payload(list[0] ?? ''), payload(list[1] ?? '')]), [
        'te: call-a:offer0/te call-b:offer1/te 100; It is the address of the peer.',
      ]);
    }
    // A reason on one of three says nothing about the other two.
    const unexplained = found([te, apart, te].map((one) => payload(one))).filter(
      (text) => !text.includes('peer'),
    );
    assert.deepEqual(unexplained, ['te: call-a:offer0/te call-c:offer2/te 100']);
  });

  it('compares outermost nodes, unless one has its attributes from an envelope', () => {
    const root = (id: string, more: string, tag: string) =>
      stanza(
        `${more}attributes: [${attribute('from', 'jid')}, ${attribute('id', 'string')}]\nchildren:\n  - ${child(tag)}\n`,
        id,
      );
    const texts = (more: string) => ({
      'stanzas/call-e.yaml': stanza(
        `attributes: [${attribute('t', 'int')}]\nchildren:\n  - ${child("'*'")}\n`,
        'call-e',
      ),
      'stanzas/call-p.yaml': root('call-p', more, 'p'),
      'stanzas/call-q.yaml': root('call-q', more, 'q'),
    });
    assert.deepEqual(found([], texts('')), ['call: call-p: call-q: 67 p q']);
    assert.deepEqual(found([], texts('envelope: call-e\n')), []);
  });
});
