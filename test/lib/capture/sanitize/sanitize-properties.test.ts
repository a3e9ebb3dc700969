import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { parse } from '../../../../lib/capture/parse/parse.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { printJson } from '../../../../lib/capture/tree/print-json.ts';
import { printXml } from '../../../../lib/capture/tree/print-xml.ts';
import { sameNode } from '../../../../lib/capture/tree/same-node.ts';
import fc from '../../../helpers/fast-check.ts';
import { SPEC, stanzaOf } from '../nodes.ts';

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'123456789'), minLength: min, maxLength: max });
const letters = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'QWXYZqwxyz'), minLength: min, maxLength: max });
const hex = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'123456789abcdef'), minLength: min, maxLength: max });

/** Something that belongs to somebody, with the part of it that must not survive in any form. */
interface Planted {
  readonly value: string;
  readonly secret: string;
}
const whole = (value: string): Planted => ({ value, secret: value });

const phone = digits(11, 14);
const PLANTED: fc.Arbitrary<Planted> = fc.oneof(
  phone.map(whole),
  phone.map((one) => ({ value: `+${one}`, secret: one })),
  fc
    .tuple(
      phone,
      fc.constantFrom('s.whatsapp.net', 'lid', 'g.us', 'c.us', 'call', 'example.org'),
      fc.constantFrom('', ':3', '.1:22'),
    )
    .map(([user, server, device]) => ({ value: `${user}${device}@${server}`, secret: user })),
  fc.tuple(letters(8, 14), letters(5, 9)).map(([a, b]) => ({ value: `${a}@${b}.org`, secret: a })),
  fc.tuple(letters(9, 14), letters(9, 14)).map(([a, b]) => ({ value: `${a} ${b}`, secret: a })),
  letters(12, 20).map(whole),
  hex(16, 64).map(whole),
  hex(16, 64).map((one) => whole(one.toUpperCase())),
  fc
    .uint8Array({ minLength: 18, maxLength: 80 })
    .filter((all) => all.filter((byte) => byte > 0).length > 9)
    .map((all) => whole(Buffer.from(all).toString('base64'))),
  fc.uuid().map(whole),
  fc
    .tuple(
      fc.integer({ min: 11, max: 99 }),
      fc.integer({ min: 11, max: 255 }),
      fc.integer({ min: 11, max: 255 }),
      fc.integer({ min: 11, max: 255 }),
    )
    .map((all) => whole(all.join('.')))
    .chain((one) => fc.constantFrom(one, { value: `${one.value}:3478`, secret: one.value })),
  fc
    .tuple(hex(4, 4), hex(4, 4), hex(4, 4))
    .map(([a, b, c]) => ({ value: `2a02:${a}:${b}::${c}`, secret: `${a}:${b}` })),
  fc
    .tuple(digits(2, 2), digits(6, 6), digits(2, 2), digits(6, 6))
    .map(([a, b, c, d]) => ({ value: `${a}.${b},${c}.${d}`, secret: `${a}.${b}` })),
);

const NAMES = [
  ...new Set(SPEC.facts.filter(({ kind }) => kind === 'attribute').map(({ name }) => name)),
  'strange',
  'x_new',
];
const TAGS = [
  ...new Set(SPEC.facts.filter(({ kind }) => kind === 'child').map(({ name }) => name)),
  'strange',
].filter((tag) => tag !== '*');

/** A node of the protocol with things planted in it: as values, as text, as bytes, and now and then as names. */
const nodeAt = (depth: number): fc.Arbitrary<CapturedNode> =>
  fc.record({
    tag: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('call', 'ack', 'offer', 'te', ...TAGS) },
      { weight: 1, arbitrary: PLANTED.map(({ value }) => value) },
    ),
    attributes: fc.array(
      fc.record({
        name: fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...NAMES) },
          { weight: 1, arbitrary: PLANTED.map(({ value }) => value) },
        ),
        value: fc.oneof(
          PLANTED.map(({ value }) => value),
          fc.constantFrom('1', 'opus', 'A@lid', '1718000000', '0', '16000', '99001', 'CALLID-0001-synthetic'),
        ),
        cut: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    content: fc.option(
      fc.oneof(
        PLANTED.map(({ value }) => ({ kind: 'text' as const, text: value })),
        PLANTED.map(({ value }) => ({ kind: 'bytes' as const, bytes: new TextEncoder().encode(value) })),
        fc.uint8Array({ maxLength: 30 }).map((all) => ({ kind: 'bytes' as const, bytes: all })),
        fc.nat({ max: 500 }).map((size) => ({ kind: 'cut' as const, size })),
      ),
      { nil: undefined },
    ),
    children: depth === 0 ? fc.constant([]) : fc.array(nodeAt(depth - 1), { maxLength: 2 }),
    cut: fc.boolean(),
  });
const nodes = nodeAt(3);

const input = fc.array(nodes, { minLength: 1, maxLength: 3 });
const rootsOf = (stanzas: ReturnType<typeof sanitize>['stanzas']): CapturedNode[] =>
  stanzas.map(({ root }) => root);
const run = (roots: readonly CapturedNode[]): CapturedNode[] =>
  rootsOf(
    sanitize(
      roots.map((root) => stanzaOf(root)),
      SPEC,
    ).stanzas,
  );

/** Everything of a node as text, its bytes as text, hex and base64. */
function dump({ tag, attributes, content, children }: CapturedNode): string {
  const bytes = content?.kind === 'bytes' ? Buffer.from(content.bytes) : undefined;
  const text = content?.kind === 'text' ? content.text : '';
  return [
    tag,
    ...attributes.flatMap(({ name, value }) => [name, value]),
    text,
    ...(bytes === undefined
      ? []
      : [bytes.toString('latin1'), bytes.toString('hex'), bytes.toString('base64')]),
    ...children.map(dump),
  ].join('\n');
}

describe('whatever is planted in a stanza', () => {
  it('does not survive, in any form', () => {
    fc.assert(
      fc.property(
        input,
        fc.array(PLANTED, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (roots, planted, seed) => {
          const full = roots.map((root, i) => plant(root, planted, seed + i));
          const shown = run(full).map(dump).join('\n').toLowerCase();
          for (const { secret } of planted) {
            for (const form of [
              secret,
              Buffer.from(secret).toString('hex'),
              Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
              [...secret].reverse().join(''),
            ]) {
              assert.ok(!shown.includes(form.toLowerCase()), form);
            }
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('is found by the leak check before and not after', () => {
    fc.assert(
      fc.property(input, (roots) => {
        for (const root of run(roots)) assert.deepEqual(findLeaksInNode(root), [], dump(root));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a result that sanitizing again does not change, also stanza by stanza', () => {
    fc.assert(
      fc.property(input, (roots) => {
        const once = run(roots);
        for (const [i, root] of run(once).entries()) assert.ok(sameNode(root, once[i] ?? root), dump(root));
        for (const root of once) {
          const [alone] = run([root]);
          const [again] = run(alone === undefined ? [] : [alone]);
          assert.ok(alone !== undefined && again !== undefined && sameNode(alone, again));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same result when printed, read and sanitized again, in every form', () => {
    fc.assert(
      fc.property(nodes, (root) => {
        const [once] = run([root]);
        assert.ok(once !== undefined);
        for (const text of [printXml(once), printJson(once)]) {
          const { stanzas, problems } = parse(text);
          const [read] = stanzas;
          assert.ok(stanzas.length === 1 && read !== undefined, text);
          // An attribute that comes twice is read twice, and said.
          const twice = problems.filter(({ code }) => code !== 'node/duplicate-attribute');
          assert.deepEqual(twice, [], text);
          const [again] = run([read.root]);
          assert.ok(again !== undefined && sameNode(again, read.root), text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its tree: tags, order, and which values are equal', () => {
    fc.assert(
      fc.property(nodes, PLANTED, (root, { value }) => {
        const [a] = run([
          { ...root, attributes: [{ name: 'call-id', value, cut: false }], children: [root] },
        ]);
        assert.equal(a?.children.length, 1);
        assert.equal(a?.children[0]?.children.length, root.children.length);
        const twice = run([root, root]);
        assert.ok(twice[0] !== undefined && twice[1] !== undefined && sameNode(twice[0], twice[1]));
      }),
      { numRuns: 300 },
    );
  });
});

/** Puts things into a node: as the value of an attribute, as content of its last child, inside other text. */
function plant(root: CapturedNode, planted: readonly Planted[], seed: number): CapturedNode {
  const at = (n: number): string => NAMES[(seed + n) % NAMES.length] ?? 'id';
  return {
    ...root,
    attributes: [
      ...root.attributes,
      ...planted.map(({ value }, n) => ({
        name: at(n),
        value: n % 3 === 2 ? `x ${value} y` : value,
        cut: n === 3,
      })),
    ],
    children: [
      ...root.children,
      ...planted.map(
        ({ value }, n): CapturedNode => ({
          tag: TAGS[(seed + n) % TAGS.length] ?? 'te',
          attributes: [{ name: value, value: '1', cut: false }],
          children: [],
          content:
            n % 2 === 0
              ? { kind: 'text', text: value }
              : { kind: 'bytes', bytes: new TextEncoder().encode(value) },
          cut: false,
        }),
      ),
    ],
  };
}
