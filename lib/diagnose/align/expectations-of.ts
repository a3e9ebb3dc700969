import type { Truth } from '../../corpus/match/evaluate-predicate.ts';
import type { FlowView, ViewedStep } from '../flow/flow-view.ts';
import { holdsInCall } from '../flow/holds-in-call.ts';
import type { Call } from '../model/call.ts';
import type { DiagnoseOptions } from '../model/diagnosis.ts';

/** So many stanzas of one direction are no chance. */
const ONE_SIDED = 6;

/** Whether a step has to come, may come, or does not come in a call. */
export type Expectation = 'required' | 'optional' | 'excluded';

/**
 * What a call has to show of each step of a view: by its own words, by its conditions, and by what the client of the
 * observer is known to do or to leave out, where that is the one that sends it.
 */
export const expectationsOf = (
  { steps }: FlowView,
  { events }: Call,
  { client }: Pick<DiagnoseOptions, 'client'>,
): readonly Expectation[] =>
  steps.map((one) =>
    // A log that keeps one direction only shows nothing of the other.
    events.length < ONE_SIDED || events.some(({ direction }) => direction === one.direction)
      ? expectationOf(one, (predicate) => holdsInCall(predicate, events), client)
      : 'optional',
  );

function expectationOf(
  { step, direction, onlyIf, requiredIf }: ViewedStep,
  holds: (predicate: NonNullable<ViewedStep['onlyIf']>) => Truth,
  client: string | undefined,
): Expectation {
  if (onlyIf !== undefined && holds(onlyIf) === false) return 'excluded';
  if (client !== undefined && direction === 'outgoing') {
    if (step.clients?.leaves_out?.includes(client) === true) return 'optional';
    if (step.clients?.does?.includes(client) === true) return 'required';
  }
  if (requiredIf !== undefined) return holds(requiredIf) === true ? 'required' : 'optional';
  return step.optional === true ? 'optional' : 'required';
}
