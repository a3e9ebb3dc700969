import type { Verdict } from '../../../../lib/capture/match/match.ts';
import type { Standing } from '../../../../lib/capture/review/sanitize-each.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { shapeOf } from '../annotate/shape.ts';
import { clip } from '../messages/clip.ts';
import type { FoundStanza } from '../messages/messages.ts';
import { freshIn } from './fresh.ts';

/**
 * A stanza as a row of the list: its place, its tags, and how many facts speak for and against it.
 * @param keepValues the paths of the values that are shared: they count as new
 * @param corpus the spec as it is, without them
 */
export function foundOf(
  { raw, clean, reason }: Standing,
  keepValues: readonly string[],
  corpus: Corpus,
): FoundStanza {
  const { line, column, root } = raw;
  const review = clean?.review;
  const count = (...verdicts: Verdict['verdict'][]): number =>
    review?.verdicts.filter(({ verdict }) => verdicts.includes(verdict)).length ?? 0;
  const fresh = review === undefined ? 0 : freshIn(review, keepValues, corpus).length;
  return {
    line,
    column,
    shape: review === undefined ? `<${clip(root.tag)}>` : shapeOf(review),
    stanza: review?.stanza,
    direction: review?.direction,
    refused: clean === undefined ? reason : undefined,
    counts: {
      supports: count('supports') - fresh,
      contradicts: count('contradicts'),
      unknown: count('unknown', 'ledger') + fresh,
      cut: count('cut'),
      settled: review?.settled.length ?? 0,
    },
  };
}
