import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsOfTraces } from '../../../lib/diagnose/calls-of-traces.ts';
import { diagnoseCall } from '../../../lib/diagnose/diagnose-call.ts';
import { LIVE_CORPUS as corpus } from '../live-spec.ts';

test('a log that starts after the first stanza of the call is told first that this one is missing', () => {
  const id = 'call-audio-accept-caller';
  const call = callsOfTraces(corpus).get(id);
  assert.ok(call, id);
  for (const from of [1, 3, 6]) {
    const events = call.events.slice(from).map((event, index) => ({ ...event, index }));
    const { divergences } = diagnoseCall({ ...call, events }, corpus);
    assert.deepEqual(
      [divergences[0]?.kind, divergences[0]?.path],
      ['missing', 'flow/outgoing-1to1-audio#offer'],
      `from ${from}`,
    );
  }
});
