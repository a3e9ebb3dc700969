import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { sameNode } from '../../../../lib/capture/tree/same-node.ts';
import { loadCorpus } from '../../../../lib/corpus/load/load-corpus.ts';
import { memoryFiles } from '../../../../lib/corpus/ports/memory-files.ts';
import { attribute, child, enumeration, stanza } from '../../../cases/texts.ts';
import fc from '../../../helpers/fast-check.ts';
import { node, stanzaOf } from '../nodes.ts';

const TYPES: Readonly<Record<string, string>> = {
  port: 'base: int\nprivacy: public\n',
  flags: 'base: hex\nprivacy: public\n',
  mode: "base: string\nprivacy: public\npattern: '[a-z -]{1,20}'\n",
  anything: "base: string\nprivacy: public\npattern: '.*'\n",
  'call-id': 'base: string\nprivacy: id\n',
  'hex-id': "base: hex\nprivacy: id\npattern: '[0-9A-F]{32}'\n",
  member: 'base: string\nprivacy: account\n',
  endpoint: 'base: bytes\nprivacy: address\n',
  pin: 'base: string\nprivacy: secret\n',
  since: 'base: string\nprivacy: time\n',
  host: 'base: string\nprivacy: address\n',
  resource: `base: string
privacy: account
placeholder:
  form: '{jid}/{resource}'
  parts:
    - { name: jid, privacy: account }
    - { name: resource, privacy: device }
`,
  remark: 'base: string\nprivacy: text\n',
  leg: `base: string
privacy: id
placeholder:
  form: '{call}:{device}/{user}'
  parts:
    - { name: call, privacy: id }
    - { name: device, privacy: device }
    - { name: user, privacy: account }
`,
};
const FILES = {
  'stanzas/call-x.yaml': stanza(`attributes:
${[...Object.keys(TYPES), 'int', 'hex', 'bytes', 'jid', 'timestamp', 'string', 'bool']
  .map((type) => `  - ${attribute(type, type)}\n`)
  .join('')}children:
  - ${child('addr', '0..n', 'content: { type: endpoint, confidence: unknown, description: An address. }')}
`),
  'enums/colors.yaml': enumeration(['red', 'dark blue']),
  ...Object.fromEntries(
    Object.entries(TYPES).map(([id, rest]) => [
      `types/${id}.yaml`,
      `id: ${id}\nstatus: draft\nsummary: A type.\n${rest}`,
    ]),
  ),
};
const { corpus, findings } = loadCorpus(memoryFiles(FILES));

const sanitized = (
  attributes: Readonly<Record<string, string>>,
  children: CapturedNode[] = [],
): CapturedNode => {
  const { stanzas, refused } = sanitize([stanzaOf(node('call', attributes, children))], corpus);
  assert.deepEqual(refused, []);
  const root = stanzas[0]?.root;
  assert.ok(root);
  return root;
};
const values = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(sanitized(attributes).attributes.map(({ name, value }) => [name, value]));
const value = (name: string, text: string): string => String(values({ [name]: text })[name]);

describe('sanitize, with types of the spec', () => {
  it('has a spec without findings', () => assert.deepEqual(findings, []));

  it('keeps a number of 100 and more only where its type says that it is public', () => {
    assert.equal(value('port', '3478'), '3478');
    assert.equal(value('int', '3478'), '99001');
    assert.equal(value('int', '34'), '34');
    assert.equal(value('timestamp', '3478'), '99001');
    assert.deepEqual(Object.values(values({ elsewhere: '3478' })), ['99001']);
  });

  it('keeps nothing that looks personal, whatever the type says', () => {
    assert.equal(value('port', '491701'), '99001');
    assert.equal(value('port', '4915112345678'), '99001');
    assert.equal(value('flags', '1f'), '00');
    assert.match(value('flags', '9f86d081884c7d65'), /^0{12}/);
    assert.equal(value('anything', '4915112345678'), '99001');
    assert.equal(value('anything', '49 15 11 23 45 67 8'), 'TEXT-0001-synthetic');
    assert.equal(value('anything', '89.26.12.7'), '203.0.113.1');
    assert.equal(value('anything', '4915112345678@s.whatsapp.net'), 'A@s.whatsapp.net');
    assert.equal(value('anything', 'Grace'), 'TEXT-0001-synthetic');
    assert.match(value('anything', '9f86d081884c7d659a2feaa0c55ad015'), /^(?:TEXT|0)/);
  });

  it('keeps words of the spec where the type is public and the value fits', () => {
    assert.equal(value('mode', 'dark-blue'), 'dark-blue');
    assert.equal(value('mode', 'Red'), 'TEXT-0001-synthetic');
    assert.equal(value('remark', 'dark-blue'), 'TEXT-0001-synthetic');
  });

  it('goes by the class of privacy', () => {
    assert.equal(value('call-id', 'abcdefg'), 'ID-0001-synthetic'.replace('ID', 'CALLID'));
    assert.equal(value('member', '4915112345678'), 'A');
    assert.equal(value('pin', '12'), 'TOKEN-0001-synthetic');
    assert.equal(value('since', '1650000123'), '1700000000');
    assert.equal(value('remark', '12'), '12');
    assert.equal(value('endpoint', '591a0c070d96'), 'cb0071010d96');
  });

  it('takes an address out of the bytes of any node whose type says so', () => {
    const root = sanitized({}, [node('addr', {}, Uint8Array.of(89, 26, 12, 7, 13, 150))]);
    const content = root.children[0]?.content;
    assert.deepEqual(content, { kind: 'bytes', bytes: Uint8Array.of(203, 0, 113, 1, 13, 150) });
  });

  it('replaces the parts of a value as if each stood alone', () => {
    assert.deepEqual(
      values({ leg: 'abc:7/4915112345678', 'call-id': 'abc', jid: '4915112345678:7@s.whatsapp.net' }),
      { leg: 'CALLID-0001-synthetic:7/A', 'call-id': 'CALLID-0001-synthetic', jid: 'A:7@s.whatsapp.net' },
    );
    assert.equal(value('leg', 'no such parts'), 'ID-0001-synthetic');
    assert.deepEqual(
      values({
        resource: 'romeo@montague.lit/orchard',
        jid: 'romeo@montague.lit',
        host: 'montague.lit',
        string: 'orchard',
      }),
      {
        resource: 'A@server-0001.invalid/ID-0001-synthetic',
        jid: 'A@server-0001.invalid',
        host: 'server-0001.invalid',
        string: 'ID-0001-synthetic',
      },
    );
  });

  it('gives equal values equal placeholders, whatever the attribute', () => {
    const id = '9F86D081884C7D659A2FEAA0C55AD015';
    assert.equal(new Set(Object.values(values({ 'call-id': id, 'hex-id': id, hex: id, other: id }))).size, 1);
    assert.equal(new Set(Object.values(values({ 'call-id': id, string: id, other: id }))).size, 1);
    const phone = '4915112345678';
    const all = values({ jid: `${phone}@s.whatsapp.net`, pn: phone, int: phone, id: phone });
    assert.deepEqual(all, { jid: 'A@s.whatsapp.net', 'unknown-0001': 'A', int: 'A', id: 'A' });
    const time = '1650000123';
    assert.deepEqual(Object.values(values({ timestamp: time, string: time, id: time })), [
      '1700000000',
      '1700000000',
      '1700000000',
    ]);
    const ip = '89.26.12.7';
    assert.deepEqual(Object.values(values({ version: ip, string: ip })), ['203.0.113.1', '203.0.113.1']);
  });
});

const NAMES = [
  ...Object.keys(TYPES),
  'int',
  'hex',
  'bytes',
  'jid',
  'timestamp',
  'string',
  'id',
  'token',
  'x',
];
const TEXTS = fc.oneof(
  fc.constantFrom('', '7', '99', '100', '99001', '991000', '3478', 'A', 'B', '1700000000', '1650000123'),
  fc.constantFrom('CALLID-0001-synthetic', 'USER-0027-synthetic', 'TEXT-0002-synthetic', 'red', 'dark blue'),
  fc.constantFrom('4915112345678', '4915112345678@s.whatsapp.net', '4915112345678:3@lid', 'A@lid', 'a@call'),
  fc.constantFrom('89.26.12.7', '89.26.12.7:3478', '203.0.113.1', '2a02:8109:9f40::1', '2001:db8::1'),
  fc.constantFrom('591a0c070d96', 'cb0071010d96', 'WRoMBw2W', '0'.repeat(32), 'AAAAAAAAAAAAAAAAAAAAAA=='),
  fc.constantFrom(
    'abc:7/4915112345678',
    'abc:7/A',
    'a-b:c:d/e/f',
    'r@m.lit/o',
    'r@m.lit',
    'm.lit',
    's.whatsapp.net',
    'A@server-0001.invalid/A',
    'x/r@m.lit',
    'CALLID-0001-synthetic:7/A',
    ':/',
    'a:/b',
  ),
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ab1:/@.-{} '), minLength: 1, maxLength: 12 }),
);
const ROOTS = fc
  .tuple(
    fc.array(TEXTS, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat()), { maxLength: 12 }),
  )
  .map(([texts, list]) =>
    node('call', Object.fromEntries(list.map(([name, i]) => [name, texts[i % texts.length] ?? '']))),
  );

describe('sanitize, with any types and values', () => {
  const run = (root: CapturedNode): CapturedNode | undefined =>
    sanitize([stanzaOf(root)], corpus).stanzas[0]?.root;

  it('changes nothing when it is run again', () => {
    fc.assert(
      fc.property(ROOTS, (root) => {
        const once = run(root);
        assert.ok(once);
        const twice = run(once);
        assert.ok(twice !== undefined && sameNode(once, twice), JSON.stringify([root, once, twice]));
      }),
    );
  });

  it('gives equal values equal placeholders and leaves nothing to the leak check', () => {
    fc.assert(
      fc.property(ROOTS, (root) => {
        const after = run(root);
        assert.ok(after);
        assert.deepEqual(findLeaksInNode(after), []);
        const placeholders = new Map<string, Set<string>>();
        for (const [i, { value: before, name }] of root.attributes.entries()) {
          const now = after.attributes[i]?.value ?? '';
          // A value with parts is replaced part by part.
          if (now === before || name === 'leg' || name === 'resource') continue;
          placeholders.set(before, (placeholders.get(before) ?? new Set()).add(now));
        }
        for (const [before, all] of placeholders) assert.equal(all.size, 1, `${before}: ${[...all].join()}`);
      }),
    );
  });
});
