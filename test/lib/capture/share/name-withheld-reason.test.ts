import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameWithheldReason } from '../../../../lib/capture/share/name-withheld-reason.ts';
import { SPEC } from '../nodes.ts';

describe('a name that somebody wants to share', () => {
  it('may be any that the protocol has', () => {
    const names = SPEC.facts.flatMap(({ kind, name }) =>
      kind === 'attribute' || (kind === 'child' && name !== '*') ? [name] : [],
    );
    assert.ok(names.length > 50);
    for (const name of [...names, 'newthing', 'joinable_v2', 'h264', 'xmlns:stream', 'sha256']) {
      assert.equal(nameWithheldReason(name), undefined, name);
    }
  });

  it('is refused if it looks personal, with a sentence that does not contain it', () => {
    for (const [name, expected] of [
      ['4915112345678', /a phone number/],
      ['user-4915112345678', /a phone number/],
      ['49-1511-234-5678', /names of the protocol begin|long number|phone/i],
      ['n12345', /long number/],
      ['a123-b456-c7', /long number/],
      ['ana@example.org', /an e-mail address/],
      ['4915112@s.whatsapp.net', /a real JID/],
      ['203.0.114.7', /a real network address/],
      ['deadbeef01', /hexadecimal/],
      ['DEADBEEFDEADBEEFDEADBEEFDEADBEEF', /hexadecimal/],
      ['Grace Hopper', /letters, digits/],
      ['<b>', /letters, digits/],
      ['', /letters, digits/],
      ['unknown-0001', /placeholder/],
      [`a${'-b'.repeat(60)}`, /longer/],
    ] as const) {
      const why = nameWithheldReason(name);
      assert.match(why ?? '', expected, name);
      assert.ok(name === '' || !why?.includes(name), name);
    }
  });
});
