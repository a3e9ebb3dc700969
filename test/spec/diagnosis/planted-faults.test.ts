import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factAt } from '../../../lib/corpus/facts/fact-at.ts';
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
} from '../../helpers/calls/planted-fault.ts';
import { type RecordedStanza, recorded } from '../../helpers/calls/recorded-calls.ts';
import { LIVE_CORPUS } from '../live-spec.ts';

const SENT = {
  offer: recorded('outgoing', 'call', 'offer'),
  accept: recorded('outgoing', 'call', 'accept'),
  duration: recorded('outgoing', 'call', 'duration'),
  mute: recorded('outgoing', 'call', 'mute_v2'),
  relaylatency: recorded('outgoing', 'call', 'relaylatency'),
  terminate: recorded('outgoing', 'call', 'terminate'),
  transport: recorded('outgoing', 'call', 'transport'),
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
  fault('a time that a sender writes', SENT.offer, write('@t', '1778770919'), 'wrong-leg call-offer:@t'),
  fault(
    'a sender that writes its own address',
    SENT.terminate,
    write('@from', 'A@lid'),
    'wrong-leg call-terminate:@from',
  ),
  fault(
    'a receiver in what is delivered',
    DELIVERED.reject,
    write('@to', 'A@lid'),
    'wrong-leg call-reject:@to',
  ),
  fault('no receiver', SENT.terminate, remove('@to'), 'missing-attribute call-terminate:@to'),
  fault('no id in what is delivered', DELIVERED.offer, remove('@id'), 'missing-attribute call-offer:@id'),
  fault(
    'a relay block that a client writes',
    SENT.accept,
    add('accept', partOf(DELIVERED.offer, 'offer/relay')),
    'wrong-leg call-accept:accept/relay',
  ),
  fault(
    'a privacy token that is delivered',
    DELIVERED.offer,
    add('offer', partOf(SENT.offer, 'offer/privacy')),
    'wrong-leg call-offer:offer/privacy',
  ),
  fault(
    'the order that the server refuses with 439',
    SENT.offer,
    moveLast('offer/privacy'),
    'order call-offer:offer',
  ),
  fault(
    'the order of the sender in what is delivered',
    DELIVERED.offer,
    moveLast('offer/capability'),
    'order call-offer:offer',
  ),
  fault(
    'another order in a shared node',
    DELIVERED.ack,
    moveLast('relay/participant'),
    'order call-ack:relay',
  ),
  fault(
    'an error beside a relay block',
    DELIVERED.ack,
    write('@error', '427'),
    'choice call-ack:one_of(outcome)',
  ),
  fault(
    'two states of the microphone',
    SENT.mute,
    write('mute_v2@request-state', '1'),
    'choice call-mute:mute_v2/one_of(state)',
  ),
  fault(
    'no state of the microphone',
    SENT.mute,
    remove('mute_v2@mute-state'),
    'choice call-mute:mute_v2/one_of(state)',
  ),
  fault(
    'a codec that no call has',
    SENT.offer,
    write('offer/audio@enc', 'speex'),
    'constant call-offer:offer/audio@enc',
  ),
  fault('a duration for another address', SENT.duration, write('@to', 'A@lid'), 'constant call-duration:@to'),
  fault(
    'a medium that is not listed',
    SENT.offer,
    write('offer/net@medium', 'unlisted'),
    'enum-value call-offer:offer/net@medium',
  ),
  fault(
    'a capability that is not listed',
    DELIVERED.offer,
    fill('offer/capability', 'unlisted'),
    'enum-value call-offer:offer/capability/text()',
  ),
  fault(
    'a reason that is not listed',
    SENT.terminate,
    write('terminate@reason', 'unlisted'),
    'enum-value call-terminate:terminate@reason',
  ),
  fault(
    'a payload that is not listed',
    SENT.terminate,
    rename('terminate', 'shiny'),
    'unknown call-envelope:shiny',
  ),
  fault(
    'a rate that is no number',
    DELIVERED.offer,
    write('offer/audio@rate', 'high'),
    'value-type call-offer:offer/audio@rate',
  ),
  fault(
    'a latency that is no number',
    DELIVERED.relaylatency,
    write('relaylatency/te@latency', '14 ms'),
    'value-type call-relaylatency:relaylatency/te@latency',
  ),
  fault(
    'an account that is no JID',
    DELIVERED.reject,
    write('reject@call-creator', 'no body'),
    'value-type call-reject:reject@call-creator',
  ),
  fault(
    'no capability, and no group',
    SENT.offer,
    remove('offer/capability'),
    'condition call-offer:offer/capability',
  ),
  fault(
    'no identity beside a key for a new session',
    DELIVERED.offer,
    remove('offer/device-identity'),
    'condition call-offer:offer/device-identity',
  ),
  fault(
    'the reason of an end without the end',
    DELIVERED.offer,
    write('offer@terminate_reason', 'timeout'),
    'condition call-offer:offer@terminate_reason',
  ),
  fault(
    'a raised hand without a hand',
    DELIVERED.user_action,
    remove('user_action/raise_hand'),
    'condition call-user-action:user_action/raise_hand',
  ),
  fault('no call id', SENT.offer, remove('offer@call-id'), 'missing-attribute call-offer:offer@call-id'),
  fault(
    'a recipient without its JID',
    SENT.offer,
    remove('offer/destination/to@jid'),
    'missing-attribute call-offer:offer/destination/to@jid',
  ),
  fault(
    'a device without its JID',
    DELIVERED.ack,
    remove('user/device@jid'),
    'missing-attribute call-ack:user/device@jid',
  ),
  fault('no network', SENT.offer, remove('offer/net'), 'missing-child call-offer:offer/net'),
  fault(
    'no latencies',
    SENT.relaylatency,
    remove('relaylatency/te'),
    'missing-child call-relaylatency:relaylatency/te',
  ),
  fault(
    'a relay block without its key',
    DELIVERED.offer,
    remove('offer/relay/key'),
    'missing-child call-offer:offer/relay/key',
  ),
  fault('two capabilities', SENT.offer, repeat('offer/capability'), 'too-many call-offer:offer/capability'),
  fault(
    'two payloads',
    SENT.mute,
    add('', partOf(SENT.transport, 'transport')),
    'not recognized',
    'too-many call-envelope:*',
  ),
  fault('a payload in another outer node', SENT.terminate, rename('', 'receipt'), 'not recognized'),
  fault(
    'an attribute that nobody has seen, in a shared node',
    DELIVERED.offer,
    write('offer/relay/te2@shiny', '1'),
    'unknown node/te2:@shiny',
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
