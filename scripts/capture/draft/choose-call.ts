import { callWords, listCalls } from '../../../lib/capture/review/list-calls.ts';
import type { ReviewedLog } from '../../../lib/capture/review/review-stanzas.ts';
import { UsageError } from '../../../lib/node/process/usage-error.ts';
import { printableLine } from '../../../lib/text/printable.ts';
import type { Arguments } from '../../cli/arguments.ts';

/**
 * Which call of a log is drafted, by its number: the one that --call names, or the only one of which the log tells the
 * times. undefined for everything in the log.
 * @throws UsageError, with a list of the calls, if there is no such call, or there are several and none is chosen
 */
export function chooseCall(log: ReviewedLog, { values }: Arguments): number | undefined {
  const said = typeof values['call'] === 'string' ? values['call'] : '';
  if (said === 'all') return undefined;
  const calls = listCalls(log);
  const list = calls.map((call) => `  ${printableLine(callWords(call))}\n`).join('');
  if (said !== '') {
    const chosen = calls.find(({ number }) => String(number) === said);
    if (chosen !== undefined) return chosen.number;
    const there = calls.length === 0 ? 'has no call of several stanzas' : `has these calls:\n${list}`;
    throw new UsageError(`There is no call ${said}. The log ${there}`.trimEnd());
  }
  const whole = calls.filter(({ times }) => times !== undefined);
  if (whole.length > 1) {
    throw new UsageError(
      `The log has ${calls.length} calls. Which one? Choose it with --call N, or take everything with --call all:\n${list}`.trimEnd(),
    );
  }
  return whole[0]?.number;
}
