import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaks, findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { sameNode } from '../../../../lib/capture/tree/same-node.ts';
import { node, SPEC, stanzaOf, valuesOf } from '../nodes.ts';

const sanitized = (...roots: CapturedNode[]): CapturedNode[] => {
  const { stanzas, refused } = sanitize(
    roots.map((root) => stanzaOf(root)),
    SPEC,
  );
  assert.deepEqual(refused, []);
  return stanzas.map(({ root }) => root);
};
/** The values of one attribute, sanitized. */
const values = (name: string, ...raw: string[]): string[] =>
  valuesOf(
    node('x', {}, sanitized(...raw.map((value) => node('call', { [name]: value }, [node('terminate')])))),
  );
const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

it('sanitize replaces a number with a leading zero, 00 among them, also in a content', () => {
  assert.deepEqual(values('count', '7', '0', '99', '00', '07'), ['7', '0', '99', '99001', '99002']);
  const [root] = sanitized(node('call', {}, [node('y', {}, '00')]));
  assert.deepEqual(root?.children[0]?.content, { kind: 'text', text: '99001' });
});

describe('sanitize keeps the shape', () => {
  it('of JIDs: server, device, and who is whom', () => {
    assert.deepEqual(
      values(
        'from',
        '4915112345678@s.whatsapp.net',
        '4915112345678:12@s.whatsapp.net',
        '98765432109876.1:3@lid',
        '4915112345678@c.us',
        '120363012345678901@g.us',
        '0123456789ABCDEF0123456789ABCDEF@call',
        'call',
        '@call',
        'status@broadcast',
        'someone@example.org',
        's.whatsapp.net',
      ),
      [
        'A@s.whatsapp.net',
        'A:12@s.whatsapp.net',
        'B.1:3@lid',
        'A@c.us',
        'C@g.us',
        'CALLID-0001-synthetic@call',
        'call',
        '@call',
        'status@broadcast',
        'D@server-0001.invalid',
        's.whatsapp.net',
      ],
    );
  });

  it('of call ids, ids, tokens and names, each with its own word', () => {
    const [root] = sanitized(
      node('call', { id: '57.1234-5', notify: 'Grace', version: '2.24.1.9', to: 'ABCDEF0123456789@call' }, [
        node('offer', { 'call-id': 'ABCDEF0123456789', token: 'x', uuid: 'y', username: 'Grace' }),
      ]),
    );
    assert.deepEqual(root === undefined ? [] : valuesOf(root), [
      'ID-0001-synthetic',
      'NAME-0001-synthetic',
      'VERSION-0001-synthetic',
      'CALLID-0001-synthetic@call',
      'CALLID-0001-synthetic',
      'TOKEN-0001-synthetic',
      'UUID-0001-synthetic',
      'NAME-0001-synthetic',
    ]);
  });

  it('of addresses: their kind, their port, and which are equal', () => {
    const te = (value: Uint8Array | string): CapturedNode => node('te', { priority: '1' }, value);
    const transport = node('call', {}, [
      node('transport', {}, [
        te(hex('591a0c070d96')),
        te(hex('591a0c070d97')),
        te(hex('20010db9000000000000000000000017c350')),
        te('WRoMBw2W'),
        te(bytes(0, 0, 0, 0, 0, 0)),
        node('rte', {}, hex('0102030a1f90')),
      ]),
    ]);
    const [root] = sanitized(transport);
    assert.deepEqual(root === undefined ? [] : valuesOf(root).filter((value) => value !== '1'), [
      'cb0071010d96',
      'cb0071010d97',
      '20010db8000000000000000000000001c350',
      Buffer.from('cb0071010d96', 'hex').toString('base64'),
      '000000000000',
      'cb0071021f90',
    ]);
    assert.deepEqual(
      values('ip', '89.26.12.7:3478', '89.26.12.7', '[2a02:8071::1]:50000', '2a02:8071::1', '0.0.0.0'),
      ['203.0.113.1:3478', '203.0.113.1', '[2001:db8::1]:50000', '2001:db8::1', '0.0.0.0'],
    );
  });

  it('of times: order and differences, whatever their unit', () => {
    assert.deepEqual(values('t', '1718000010', '1718000000', '1718000003500', '1718000010', '0'), [
      '1700000010',
      '1700000000',
      '1700000003500',
      '1700000010',
      '0',
    ]);
    assert.deepEqual(
      values('t', '1700000700', '1700000000'),
      ['1700000700', '1700000000'],
      'synthetic already',
    );
    // A phone number in place of a time reveals nothing by its distance.
    assert.deepEqual(values('t', '1718000000', '1555123456', '1718000001'), [
      '1702678400',
      '1700000000',
      '1702678401',
    ]);
  });

  it('of bytes: their size class, and which are equal', () => {
    const [root] = sanitized(
      node('call', {}, [
        node('offer', {}, [
          node('enc', {}, bytes(...Array.from({ length: 20 }, (_, i) => i + 1))),
          node('privacy', {}, bytes(...Array.from({ length: 20 }, () => 7))),
          node('device-identity', {}, bytes(...Array.from({ length: 20 }, (_, i) => i + 1))),
          node('capability', {}, bytes(1, 5, 255, 9)),
          node('voip_settings', {}, bytes(...Array.from({ length: 130 }, () => 65))),
        ]),
      ]),
    );
    assert.deepEqual(root === undefined ? [] : valuesOf(root), [
      '00'.repeat(20),
      `${'00'.repeat(19)}01`,
      '00'.repeat(20),
      '00'.repeat(4),
      '00'.repeat(192),
    ]);
  });

  it('of what the spec lists: enum values, flags, small numbers, observed and asked-for values', () => {
    const call = node('call', { platform: 'android' }, [
      node('offer', { joinable: '1' }, [
        node('audio', { enc: 'opus', rate: '16000' }),
        node('video', { enc: 'vp8/h.264', dec: 'H264', screen_width: '1080' }),
        node('net', { medium: '3' }),
      ]),
    ]);
    assert.deepEqual(sanitized(call), [call]);
  });
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

describe('placeholders', () => {
  it('treats a device without a number as an account whose number was cut off', () => {
    for (const value of [
      ':7@lid',
      '.1:22@s.whatsapp.net',
      '0:3@s.whatsapp.net',
      'status:1@broadcast',
      '_7@g.us',
      ':5@call',
    ]) {
      const { stanzas } = sanitize([stanzaOf(node('call', { from: value }))], SPEC);
      const [clean] = stanzas;
      assert.ok(clean !== undefined);
      assert.match(valuesOf(clean.root).join(), /^(?:A|CALLID-0001-synthetic)[._:]/, value);
      assert.deepEqual(findLeaksInNode(clean.root), [], value);
    }
  });

  it('are kept, and not given to other values', () => {
    assert.deepEqual(values('from', 'B@lid', '123456@lid', '654321@lid', 'A:3@lid'), [
      'B@lid',
      'C@lid',
      'D@lid',
      'A:3@lid',
    ]);
    assert.deepEqual(values('id', 'ID-0001-synthetic', 'abc', 'ID-0003-synthetic', 'def', 'ghi'), [
      'ID-0001-synthetic',
      'ID-0002-synthetic',
      'ID-0003-synthetic',
      'ID-0004-synthetic',
      'ID-0005-synthetic',
    ]);
    assert.deepEqual(values('ip', '203.0.113.1', '9.9.9.9'), ['203.0.113.1', '203.0.113.2']);
  });

  it('are the same for equal values of all stanzas of an input', () => {
    const [a, b] = sanitized(
      node('call', { from: '111111@lid', id: 'q' }, [node('offer', { 'call-id': 'zzz' })]),
      node('call', { from: '222222@lid', id: 'r' }, [
        node('accept', { 'call-id': 'zzz', 'call-creator': '111111@lid' }),
      ]),
    );
    assert.deepEqual(a === undefined ? [] : valuesOf(a), [
      'A@lid',
      'ID-0001-synthetic',
      'CALLID-0001-synthetic',
    ]);
    assert.deepEqual(b === undefined ? [] : valuesOf(b), [
      'B@lid',
      'ID-0002-synthetic',
      'CALLID-0001-synthetic',
      'A@lid',
    ]);
  });

  it('continue after Z, and fail closed when they run out', () => {
    const many = values('from', ...Array.from({ length: 30 }, (_, i) => `${1_000_000 + i}@lid`));
    assert.deepEqual(many.slice(25, 28), ['Z@lid', 'USER-0027-synthetic@lid', 'USER-0028-synthetic@lid']);
    assert.deepEqual(values('from', ...many), many);
    const addresses = values('ip', ...Array.from({ length: 800 }, (_, i) => `9.9.${i >> 8}.${i & 255}`));
    assert.equal(new Set(addresses).size, 800);
    assert.deepEqual([addresses[255], addresses[799]], ['192.0.2.0', '240.0.3.32']);
    assert.deepEqual(addresses.flatMap(findLeaks), []);
    assert.deepEqual(values('ip', ...addresses), addresses);
    const numbers = values('offline', ...Array.from({ length: 1100 }, (_, i) => `${4_000_000 + i}`));
    assert.equal(new Set(numbers).size, 1100);
    assert.deepEqual([numbers[998], numbers[999]], ['99999', '991000']);
    assert.deepEqual(values('offline', ...numbers), numbers);
    assert.deepEqual(values('offline', '991000'), ['99001'], 'the others are not there');
  });

  it('never replace two values: the rest is refused with a sentence', () => {
    const te = (i: number): CapturedNode => node('te', { ip: `9.${i >> 16}.${(i >> 8) & 255}.${i & 255}` });
    const call = (from: number): CapturedNode =>
      node('call', {}, [
        node(
          'transport',
          {},
          Array.from({ length: 4000 }, (_, i) => te(from + i)),
        ),
      ]);
    const calls = Array.from({ length: 17 }, (_, i) => stanzaOf(call(4000 * i)));
    const { stanzas, refused, replaced } = sanitize([...calls, stanzaOf(call(0))], SPEC);
    assert.deepEqual(
      refused.map(({ index }) => index),
      [16],
    );
    assert.match(refused[0]?.reason ?? '', /more than 65535 different IPv4 addresses, so split it/);
    // Those before and behind it are whole, and all of their addresses differ.
    const given = new Set(stanzas.flatMap(({ root }) => valuesOf(root)));
    assert.equal(given.size, 64_000);
    assert.deepEqual(replaced, [{ kind: 'address', count: 68_000, distinct: 64_000 }]);
  });

  it('of bytes fail closed, too', () => {
    const enc = (i: number): CapturedNode =>
      node(
        'enc',
        {},
        Uint8Array.from({ length: 32 }, (_, at) => (at < 29 ? 7 : (i >> (8 * (31 - at))) & 255)),
      );
    const call = (from: number): CapturedNode =>
      node('call', {}, [
        node(
          'offer',
          {},
          Array.from({ length: 4500 }, (_, i) => enc(from + i)),
        ),
      ]);
    const { stanzas, refused } = sanitize(
      Array.from({ length: 15 }, (_, i) => stanzaOf(call(4500 * i))),
      SPEC,
    );
    assert.match(refused[0]?.reason ?? '', /more than 65536 different values of 32 bytes/);
    assert.equal(new Set(stanzas.flatMap(({ root }) => valuesOf(root))).size, 63_000);
  });

  it('are no names of people, and no user of another server is kept', () => {
    assert.deepEqual(
      values('from', 'BOB@s.whatsapp.net', 'ANA@gmail.com', 'maria.85:4917@gmail.com', 'status@gmail.com'),
      ['A@s.whatsapp.net', 'B@server-0001.invalid', 'C@server-0001.invalid', 'D@server-0001.invalid'],
    );
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
