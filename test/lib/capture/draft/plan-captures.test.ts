import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planCaptures } from '../../../../lib/capture/draft/plan-captures.ts';
import { reviewStanzas } from '../../../../lib/capture/review/review-stanzas.ts';
import { COMMAND_WAYS } from '../../../../lib/node/process/command-ways.ts';
import { assertGrowsLinearly } from '../../../helpers/grows-linearly.ts';
import { node, SPEC, stanzaOf } from '../nodes.ts';

const OPTIONS = { technique: 'mitm-tls' };
const reject = (i: number) =>
  stanzaOf(
    node('call', { to: `${1_000_000 + i}@lid`, id: `${i}` }, [node('reject', { count: `${i}` })]),
    'outgoing',
  );
const reviewed = (stanzas: readonly ReturnType<typeof reject>[]) =>
  reviewStanzas({ stanzas, problems: [], skipped: 0, skippedLines: [] }, SPEC).stanzas;
const plan = (stanzas: readonly ReturnType<typeof reject>[], known = new Map<string, string>()) =>
  planCaptures(reviewed(stanzas), SPEC, known, OPTIONS, COMMAND_WAYS);

describe('planCaptures', () => {
  it('gives each stanza its own id, or says why it becomes no capture', () => {
    const unknown = stanzaOf(node('presence', { to: '1@lid' }));
    const broken = { ...reject(5), broken: true as const };
    const planned = plan([reject(1), unknown, reject(1), broken, reject(2)]);
    assert.deepEqual(
      planned.map((one) => ('id' in one ? one.id : one.reason)),
      [
        'call-reject-mitm-tls-01',
        'no stanza of the spec has the tag unknown-0001; describe it first: npm run new -- stanza ID',
        'it equals the capture call-reject-mitm-tls-01, so it adds no evidence',
        'part of it could not be read, so it is no evidence',
        'call-reject-mitm-tls-02',
      ],
    );
  });

  it('takes linear time', () => {
    assertGrowsLinearly(1500, (size) => {
      const stanzas = reviewed(Array.from({ length: size }, (_, i) => reject(i)));
      for (const { withheld } of stanzas) assert.equal(withheld, undefined);
      return () => {
        const ids = planCaptures(stanzas, SPEC, new Map(), OPTIONS, COMMAND_WAYS).map((one) =>
          'id' in one ? one.id : '',
        );
        assert.equal(new Set(ids).size, size);
      };
    });
  });
});
