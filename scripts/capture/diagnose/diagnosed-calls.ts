import type { ReviewedLog } from '../../../lib/capture/review/review-stanzas.ts';
import { callsOfLog } from '../../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../../lib/diagnose/diagnose-call.ts';
import { mergeSides, type TwoSides } from '../../../lib/diagnose/merge-sides.ts';
import type { Call } from '../../../lib/diagnose/model/call.ts';
import type { Diagnosis } from '../../../lib/diagnose/model/diagnosis.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { DiagnoseRequest } from './read-diagnose-options.ts';

/** A log, and the name under which it was given. */
export interface NamedLog {
  readonly name: string;
  readonly log: ReviewedLog;
}

/** A call as one log has it. */
export interface DiagnosedSide extends NamedLog {
  readonly call: Call;
  readonly diagnosis: Diagnosis;
  /** How many calls its log has. */
  readonly calls: number;
}

/** A call, seen from one side or from both. */
export interface DiagnosedCall {
  readonly sides: readonly DiagnosedSide[];
  /** What both sides show together. */
  readonly both: TwoSides | undefined;
}

/**
 * Diagnoses the calls of a log, or those that two logs have in common.
 * @throws UsageError for the number of a call that the log does not have, and for two logs without a common call
 */
export function diagnosedCalls(
  [first, second]: readonly [NamedLog, NamedLog?],
  request: DiagnoseRequest,
): readonly DiagnosedCall[] {
  const calls = callsOfLog(first.log);
  if (second === undefined) {
    return chosenCalls(calls, request.call, first.name).map((call) => {
      const diagnosis = diagnoseCall(call, first.log.known, request);
      return { sides: [{ ...first, call, diagnosis, calls: calls.length }], both: undefined };
    });
  }
  const others = callsOfLog(second.log);
  const common = chosenCalls(calls, request.call, first.name).flatMap((call): DiagnosedCall[] => {
    const other = others.find(({ id }) => id !== undefined && id === call.id);
    if (other === undefined) return [];
    const both = mergeSides(call, other, first.log.known, request);
    const [diagnosis, back] = both.sides;
    return [
      {
        sides: [
          { ...first, call, diagnosis, calls: calls.length },
          { ...second, call: other, diagnosis: back, calls: others.length },
        ],
        both,
      },
    ];
  });
  if (common.length > 0 || calls.length === 0 || others.length === 0) return common;
  const which = request.call === undefined ? '' : ` ${request.call}`;
  throw new UsageError(
    `${first.name} and ${second.name} have no call${which} in common: they have ${counted(calls.length, 'call')} and ${counted(others.length, 'call')}, and no id of a call is in both. Name the logs of both sides of one call, or diagnose each by itself.`,
  );
}

/** All calls, or the one that was asked for. */
function chosenCalls(calls: readonly Call[], wanted: number | undefined, name: string): readonly Call[] {
  if (wanted === undefined || calls.length === 0) return calls;
  const call = calls[wanted - 1];
  if (call !== undefined) return [call];
  const hint = calls.length === 1 ? 'Leave --call out.' : `Use a number from 1 to ${calls.length}.`;
  throw new UsageError(`--call ${wanted}: ${name} has ${counted(calls.length, 'call')}. ${hint}`);
}
