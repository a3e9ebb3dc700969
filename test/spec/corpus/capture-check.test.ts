import { test } from 'node:test';
import { assertEachPartOnce } from '../../helpers/calls/assert-each-part-once.ts';
import { recorded } from '../../helpers/calls/recorded-calls.ts';
import { LIVE, LIVE_CORPUS } from '../live-spec.ts';

// Both have the relay block, and most other parts of a call.
const STANZAS = {
  'an offer that was delivered': recorded('incoming', 'call', 'offer'),
  'the ack of an offer': recorded('incoming', 'ack', 'relay'),
};

for (const [name, record] of Object.entries(STANZAS)) {
  test(`capture check says once of every part of ${name} that it is described, or that it is new`, (t) =>
    assertEachPartOnce(t, record, LIVE, LIVE_CORPUS));
}
