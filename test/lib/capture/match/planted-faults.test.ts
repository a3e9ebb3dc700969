import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { match } from '../../../../lib/capture/match/match.ts';
import { OFFER_SPEC } from '../../../helpers/calls/offer-spec.ts';
import {
  add,
  all,
  fill,
  foundBy,
  moveLast,
  type PlantedFault,
  partOf,
  remove,
  rename,
  repeat,
  write,
} from '../../../helpers/calls/planted-fault.ts';
import { recorded } from '../../../helpers/calls/recorded-calls.ts';
import { corpusOf, node } from '../nodes.ts';

const CORPUS = corpusOf(OFFER_SPEC);
const SENT = recorded('outgoing', 'call', 'offer');
const DELIVERED = recorded('incoming', 'call', 'offer');

const fault = (name: string, record: typeof SENT, breaks: PlantedFault['breaks'], ...finds: string[]) => ({
  name,
  record,
  breaks,
  finds,
});

const FAULTS: readonly PlantedFault[] = [
  fault('an attribute that no sender writes', SENT, write('@t', '1767323096'), 'wrong-leg call-envelope:@t'),
  fault(
    'an attribute that is not delivered',
    DELIVERED,
    write('@to', 'A@lid'),
    'wrong-leg call-envelope:@to',
  ),
  fault(
    'an attribute of the payload on the wrong leg',
    SENT,
    write('offer@joinable', '1'),
    'wrong-leg call-offer:offer@joinable',
  ),
  fault(
    'a child on the wrong leg',
    SENT,
    add('offer', partOf(DELIVERED, 'offer/rte')),
    'wrong-leg call-offer:offer/rte',
  ),
  fault('no attribute that every sender writes', SENT, remove('@to'), 'missing-attribute call-envelope:@to'),
  fault(
    'no attribute that is always delivered',
    DELIVERED,
    remove('@t'),
    'missing-attribute call-envelope:@t',
  ),
  fault(
    'no attribute that both legs need',
    SENT,
    remove('offer@call-id'),
    'missing-attribute call-offer:offer@call-id',
  ),
  fault(
    'no child that every sender writes',
    SENT,
    remove('offer/privacy'),
    'missing-child call-offer:offer/privacy',
  ),
  fault(
    'no child that is always delivered',
    DELIVERED,
    remove('offer/rte'),
    'missing-child call-offer:offer/rte',
  ),
  fault('the order of the other leg', SENT, moveLast('offer/net'), 'order call-offer:offer'),
  fault(
    'the order of the sender when delivered',
    DELIVERED,
    moveLast('offer/capability'),
    'order call-offer:offer',
  ),
  fault(
    'two members of a choice',
    SENT,
    add('offer', node('enc', { v: '2', type: 'msg', count: '0' })),
    'choice call-offer:offer/one_of(keys)',
    'wrong-leg call-offer:offer/enc',
  ),
  fault('no member of a choice', SENT, remove('offer/destination'), 'choice call-offer:offer/one_of(keys)'),
  fault(
    'another value than the constant',
    SENT,
    write('offer/audio@enc', 'speex'),
    'constant call-offer:offer/audio@enc',
  ),
  fault(
    'another value than the constant of a shared node',
    SENT,
    write('offer/destination/to/enc@v', '3'),
    'constant node/enc:@v',
  ),
  fault(
    'a value that the enum does not list',
    SENT,
    write('offer/net@medium', '9'),
    'enum-value call-offer:offer/net@medium',
  ),
  fault(
    'a value of a shared node that its enum does not list',
    DELIVERED,
    write('offer/enc@type', 'skmsg'),
    'enum-value node/enc:@type',
  ),
  fault(
    'a tag that is not in the enum of tags',
    DELIVERED,
    rename('offer/relay/hbh_key', 'hop_key'),
    'unknown node/relay:hop_key',
  ),
  fault(
    'one tag, which is not in the enum of tags',
    DELIVERED,
    all(
      ...['token', 'auth_token', 'key', 'participant'].map((tag) => remove(`offer/relay/${tag}`)),
      rename('offer/relay/hbh_key', 'hop_key'),
    ),
    'unknown node/relay:hop_key',
  ),
  fault('a child too often', SENT, repeat('offer/capability'), 'too-many call-offer:offer/capability'),
  fault(
    'a value of another type',
    DELIVERED,
    write('offer/relay/te2@relay_id', 'one'),
    'value-type node/relay:te2@relay_id',
  ),
  fault(
    'a content of another type',
    SENT,
    fill('offer/capability', 'all of them'),
    'value-type call-offer:offer/capability/text()',
  ),
  fault(
    'nothing that a shared node needs',
    DELIVERED,
    remove('offer/relay/te2'),
    'missing-child node/relay:te2',
  ),
  fault(
    'an attribute that nothing describes, in a shared node',
    DELIVERED,
    write('offer/relay/te2@shiny', '1'),
    'unknown node/relay:te2@shiny',
  ),
  fault(
    'an attribute that nothing describes, on the envelope',
    SENT,
    write('@shiny', '1'),
    'unknown call-envelope:@shiny',
  ),
  fault('a payload in another outer node', SENT, rename('', 'receipt'), 'not recognized'),
  fault(
    'nothing where a condition requires it',
    DELIVERED,
    remove('offer/device-identity'),
    'condition call-offer:offer/device-identity',
  ),
  fault(
    'something although its condition does not hold',
    DELIVERED,
    remove('offer@caller_pn'),
    'condition call-offer:offer@caller_country_code',
  ),
  fault('a condition on the leg', SENT, write('offer@notify', 'A'), 'condition call-offer:offer@notify'),
  fault(
    'a second payload',
    SENT,
    add('', node('shiny')),
    'unknown call-offer:shiny',
    'too-many call-envelope:*',
  ),
  fault(
    'a second payload that another stanza has',
    SENT,
    add('', node('mute_v2')),
    'not recognized',
    'too-many call-envelope:*',
  ),
  fault(
    'two faults',
    SENT,
    all(remove('offer/net'), write('offer@joinable', '1')),
    'wrong-leg call-offer:offer@joinable',
    'missing-child call-offer:offer/net',
  ),
];

describe('the matcher finds a planted fault, at its fact, and nothing else', () => {
  for (const one of FAULTS) {
    it(`${one.name}: ${one.finds.join(', ')}`, () =>
      assert.deepEqual(foundBy(one, CORPUS).sort(), [...one.finds].sort()));
  }

  it('and no contradiction in what is not broken', () => {
    for (const { stanza } of [SENT, DELIVERED]) {
      const { verdicts } = match(stanza, CORPUS);
      assert.ok(verdicts.length > 20);
      assert.deepEqual(
        verdicts.filter(({ verdict }) => verdict === 'contradicts'),
        [],
      );
    }
  });
});
