import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factAt } from '../../lib/corpus/facts/fact-at.ts';
import {
  add,
  fill,
  foundBy,
  moveLast,
  type PlantedFault,
  partOf,
  remove,
  rename,
  repeat,
  write,
} from '../helpers/calls/planted-fault.ts';
import { type RecordedStanza, recorded } from '../helpers/calls/recorded-calls.ts';
import { LIVE_CORPUS } from './live-spec.ts';

const SENT = {
  offer: recorded('outgoing', 'call', 'offer'),
  accept: recorded('outgoing', 'call', 'accept'),
  duration: recorded('outgoing', 'call', 'duration'),
  mute: recorded('outgoing', 'call', 'mute_v2'),
  relaylatency: recorded('outgoing', 'call', 'relaylatency'),
  terminate: recorded('outgoing', 'call', 'terminate'),
  transport: recorded('outgoing', 'call', 'transport'),
  video: recorded('outgoing', 'call', 'video'),
};
const DELIVERED = {
  offer: recorded('incoming', 'call', 'offer'),
  reject: recorded('incoming', 'call', 'reject'),
  relaylatency: recorded('incoming', 'call', 'relaylatency'),
  user_action: recorded('incoming', 'call', 'user_action'),
  ack: recorded('incoming', 'ack', 'relay'),
};

/** @param finds what the matcher has to find, as `foundBy` says it, with the place of the fact: `order call-offer:offer` */
const fault = (name: string, record: RecordedStanza, breaks: PlantedFault['breaks'], ...finds: string[]) => ({
  name,
  record,
  breaks,
  finds,
});

const FAULTS: readonly PlantedFault[] = [
  fault('no call id', SENT.offer, remove('offer@call-id'), 'missing-attribute call-offer:offer@call-id'),
  fault('no network', SENT.offer, remove('offer/net'), 'missing-child call-offer:offer/net'),
  fault('two capabilities', SENT.offer, repeat('offer/capability'), 'too-many call-offer:offer/capability'),
  fault(
    'the order that the server refuses with 439',
    SENT.offer,
    moveLast('offer/privacy'),
    'order call-offer:offer',
  ),
  fault(
    'a medium that is not listed',
    SENT.offer,
    write('offer/net@medium', '9'),
    'enum-value call-offer:offer/net@medium',
  ),
  fault(
    'a recipient without its JID',
    SENT.offer,
    remove('offer/destination/to@jid'),
    'missing-attribute call-offer:offer/destination/to@jid',
  ),
  fault(
    'a rate that is no number',
    DELIVERED.offer,
    write('offer/audio@rate', 'high'),
    'value-type call-offer:offer/audio@rate',
  ),
  fault(
    'a kind of ciphertext that is not listed',
    DELIVERED.offer,
    write('offer/enc@type', 'plain'),
    'enum-value call-offer:offer/enc@type',
  ),
  fault(
    'a capability that is not listed',
    DELIVERED.offer,
    fill('offer/capability', '00'),
    'enum-value call-offer:offer/capability/text()',
  ),
  fault('no id of the stanza', DELIVERED.offer, remove('@id'), 'missing-attribute call-offer:@id'),
  fault(
    'no latencies',
    SENT.relaylatency,
    remove('relaylatency/te'),
    'missing-child call-relaylatency:relaylatency/te',
  ),
  fault(
    'a latency that is no number',
    DELIVERED.relaylatency,
    write('relaylatency/te@latency', '14 ms'),
    'value-type call-relaylatency:relaylatency/te@latency',
  ),
  fault(
    'two payloads',
    SENT.mute,
    add('', partOf(SENT.transport, 'transport')),
    'not recognized',
    'too-many call-envelope:*',
  ),
  fault(
    'a reason that is not listed',
    SENT.terminate,
    write('terminate@reason', 'boredom'),
    'enum-value call-terminate:terminate@reason',
  ),
  fault('no peer', SENT.duration, remove('duration@peer'), 'missing-attribute call-duration:duration@peer'),
  fault(
    'a state of the video that is not listed',
    SENT.video,
    write('video@state', '99'),
    'enum-value call-video:video@state',
  ),
  fault(
    'an account that is no JID',
    DELIVERED.reject,
    write('reject@call-creator', 'no body'),
    'value-type call-reject:reject@call-creator',
  ),
  fault(
    'a hand without its state',
    DELIVERED.user_action,
    remove('user_action/raise_hand@raise-hand-state'),
    'missing-attribute call-user-action:user_action/raise_hand@raise-hand-state',
  ),
  fault(
    'a device without its JID',
    DELIVERED.ack,
    remove('user/device@jid'),
    'missing-attribute call-ack:user/device@jid',
  ),
  fault(
    'a payload in an acknowledgement of another class',
    SENT.terminate,
    rename('', 'receipt'),
    'not recognized',
  ),
];

/** A finding with the path of the fact at its place, which another definition may hold. */
function atFact(finding: string): string {
  const [kind = '', place = ''] = finding.split(' ');
  if (!place.includes(':') || kind === 'unknown') return finding;
  const fact = factAt(LIVE_CORPUS, place);
  assert.ok(fact !== undefined, `the spec has nothing at ${place}`);
  return `${kind} ${fact.path}`;
}

describe('the matcher finds a fault that is planted into a recorded stanza, at its fact, and nothing else', () => {
  for (const one of FAULTS) {
    it(one.name, () => assert.deepEqual(foundBy(one, LIVE_CORPUS), one.finds.map(atFact)));
  }
});
