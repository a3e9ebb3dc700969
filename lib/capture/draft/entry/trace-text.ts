import type { Capture } from '../../../schema/types.generated.ts';

/**
 * A trace as a log, for a form that takes text: a line with the time since the first record and the direction before
 * each stanza. Read again, it gives the same trace.
 */
export const traceText = ({ trace = [] }: Pick<Capture, 'trace'>): string =>
  trace
    .map(({ at, direction, body }) => `${new Date(at).toISOString().slice(11, 23)} ${direction} ${body}`)
    .join('\n');
