import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLeaks } from '../../../lib/capture/leaks/find-leaks.ts';
import { parse } from '../../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../../lib/capture/review/review-stanzas.ts';
import { readExampleLogs } from '../../../lib/corpus/load/read-example-logs.ts';
import { callsOfLog } from '../../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../../lib/diagnose/diagnose-call.ts';
import { LIVE_CORPUS, LIVE_FILES } from '../live-spec.ts';

const LOGS = readExampleLogs(LIVE_FILES);

/** What each of our examples shows: its flow, whose log it is, and its first divergence. */
const SHOWN: Readonly<Record<string, readonly [string, string, string | undefined]>> = {
  '1-transport-unanswered': ['incoming-1to1-audio', 'callee', 'line 9: unanswered, flow/acknowledgement#ack'],
  '2-offer-refused': ['offer-refused', 'caller', 'line 1: contradicts, call-offer:offer'],
  '3-accepted-elsewhere': ['accepted-elsewhere', 'callee-others', undefined],
};

describe('the example logs', () => {
  it('are there, with a title and a text', () => {
    assert.deepEqual(
      Object.keys(SHOWN).filter((id) => LOGS.every((one) => one.id !== id)),
      [],
    );
    for (const { id, title, about } of LOGS) assert.ok(title.length > 10 && about.length > 50, id);
  });

  for (const { id, log, title, about } of LOGS) {
    it(`${id} is made up, and its diagnosis is that of its text`, () => {
      assert.deepEqual(findLeaks(`${title}\n${about}\n${log}`), []);
      const reviewed = reviewStanzas(parse(log), LIVE_CORPUS);
      assert.deepEqual([reviewed.problems, reviewed.replaced], [[], []]);
      const calls = callsOfLog(reviewed);
      assert.equal(calls.length, 1);
      const [call] = calls;
      assert.ok(call);
      const { flow, observer, divergences } = diagnoseCall(call, LIVE_CORPUS);
      const first = divergences[0];
      const words = first === undefined ? undefined : `line ${first.line}: ${first.kind}, ${first.path}`;
      if (id in SHOWN) assert.deepEqual([flow?.id, observer?.id, words], SHOWN[id]);
    });
  }
});
