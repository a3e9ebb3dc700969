import type { Level } from '../../findings/parts/level.ts';
import type { ReviewedLog } from './review-stanzas.ts';

/**
 * How serious the worst thing in a log is. error: it leaks, cannot be read or cannot be sanitized; warning: it
 * contradicts the spec; note: the spec does not describe it, or the log ends inside it. undefined if there is none of
 * these.
 */
export function reviewLevel({
  problems,
  refused,
  leaks,
  sanitized,
  endsInside,
}: ReviewedLog): Level | undefined {
  if (problems.length + refused.length + leaks.length > 0) return 'error';
  const reviews = sanitized.map(({ review }) => review);
  const verdicts = reviews.flatMap((review) => review.verdicts.map(({ verdict }) => verdict));
  if (verdicts.includes('contradicts')) return 'warning';
  const undescribed = reviews.some(({ stanza, directionListed }) => stanza === undefined || !directionListed);
  return undescribed || endsInside !== undefined || verdicts.some((one) => one !== 'supports')
    ? 'note'
    : undefined;
}
