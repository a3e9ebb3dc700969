import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CapturedNode } from '../../../../lib/capture/tree/captured-node.ts';
import { node, valuesOf } from '../nodes.ts';
import { sanitized, values } from './sanitized.ts';

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

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
