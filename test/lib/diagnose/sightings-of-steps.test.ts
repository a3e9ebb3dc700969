import assert from 'node:assert/strict';
import { it } from 'node:test';
import { diagnosesOfTraces } from '../../../lib/diagnose/diagnoses-of-traces.ts';
import { sightingsOfSteps } from '../../../lib/diagnose/sightings-of-steps.ts';
import { corpusOf } from '../capture/nodes.ts';
import { RECORDED_CALLS } from './recorded-calls.ts';

it('a step is seen in the recorded calls that show it, of those that went on until there', () => {
  const steps = sightingsOfSteps(corpusOf(RECORDED_CALLS)).get('answered');
  assert.deepEqual(steps?.get(0), {
    captures: ['short', 'silent', 'whole-callee', 'whole-caller'],
    seen: 3,
    of: 3,
  });
  // The silent call has none, where one had to come.
  assert.deepEqual(steps?.get(1), { captures: ['short', 'whole-callee', 'whole-caller'], seen: 2, of: 3 });
  // The short call ends before it.
  assert.deepEqual(steps?.get(2), { captures: ['silent', 'whole-callee', 'whole-caller'], seen: 2, of: 2 });
});

it('each trace is diagnosed from the view of its observer', () => {
  const all = diagnosesOfTraces(corpusOf(RECORDED_CALLS));
  assert.deepEqual(
    [...all].map(([id, { observer, divergences }]) => [
      id,
      observer?.id,
      divergences.map(({ path }) => path),
    ]),
    [
      ['made-up', 'callee', []],
      ['short', 'callee', []],
      ['silent', 'callee', ['flow/answered#answer']],
      ['whole-callee', 'callee', []],
      ['whole-caller', 'caller', []],
    ],
  );
});
