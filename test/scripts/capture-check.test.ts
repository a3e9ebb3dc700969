import { join } from 'node:path';
import { test } from 'node:test';
import { assertEachPartOnce } from '../helpers/calls/assert-each-part-once.ts';
import { OFFER_SPEC } from '../helpers/calls/offer-spec.ts';
import { recorded } from '../helpers/calls/recorded-calls.ts';
import { tempFolder } from '../helpers/temp-spec.ts';
import { corpusOf } from '../lib/capture/nodes.ts';

// In the delivered one, the spec has the relay block as a shared node, and does not have all of it.
for (const direction of ['outgoing', 'incoming'] as const) {
  test(`capture check says once of every part of an offer that it is described, or that it is new: ${direction}`, async (t) => {
    const files = Object.entries(OFFER_SPEC).map(([path, text]) => [`spec/${path}`, text]);
    const cwd = await tempFolder(t, Object.fromEntries(files));
    const record = recorded(direction, 'call', 'offer');
    await assertEachPartOnce(t, record, join(cwd, 'spec'), corpusOf(OFFER_SPEC));
  });
}
