import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaks, findLeaksInNode } from '../../../../lib/capture/leaks/find-leaks.ts';
import { sanitize } from '../../../../lib/capture/sanitize/sanitize.ts';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { node, SPEC, stanzaOf, valuesOf } from '../nodes.ts';
import { sanitized, values } from './sanitized.ts';

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
