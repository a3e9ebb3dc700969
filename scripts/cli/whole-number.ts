import { UsageError } from '../../lib/node/process/usage-error.ts';

/**
 * The value of an option that takes a whole number.
 * @throws UsageError when it is none, or out of range
 */
export function wholeNumber(
  name: string,
  given: string | boolean | undefined,
  { otherwise, least = 0, most = 999_999_999 }: { otherwise: number; least?: number; most?: number },
): number {
  if (given === undefined) return otherwise;
  const number = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name} ${given}: use a whole number from ${least} to ${most}.`);
}
