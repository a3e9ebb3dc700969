import { dayOfTime } from '../../notation/log-time.ts';
import type { DraftOptions } from './draft-options.ts';

/**
 * The day of a capture that the log tells, if the options name none. What is synthetic was not captured on any day.
 * @param time the time of its first stanza, as the log has it
 */
export const dayOfLog = (
  time: number | undefined,
  { capturedAt, kind }: Pick<DraftOptions, 'capturedAt' | 'kind'>,
): string | undefined => (capturedAt === undefined && kind !== 'synthetic' ? dayOfTime(time) : undefined);
