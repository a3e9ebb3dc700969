import { annotate } from '../../../../lib/capture/match/annotate.ts';
import type { Verdict } from '../../../../lib/capture/match/verdict.ts';
import type { ReviewedStanza } from '../../../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { stanzaShape } from '../annotate/stanza-shape.ts';
import { clipValue } from '../messages/clip-value.ts';
import type { StanzaSummary } from '../messages/log-summary.ts';
import { newlySupported } from './newly-supported.ts';
import { rowVerdict } from './row-verdict.ts';

/**
 * A row of the list of stanzas: the place, the tags, and how many of its parts agree with the spec and contradict it.
 * @param keepValues the paths of the shared values: they count as new
 * @param corpus the spec without them
 */
export function summarizeStanza(
  { raw, standalone, withheld }: ReviewedStanza,
  keepValues: readonly string[],
  corpus: Corpus,
): StanzaSummary {
  const { line, column, root } = raw;
  const review = standalone?.review;
  const count = (...verdicts: Verdict['verdict'][]): number =>
    review?.verdicts.filter(({ verdict }) => verdicts.includes(verdict)).length ?? 0;
  const fresh = review === undefined ? [] : newlySupported(review, keepValues, corpus);
  const rows =
    standalone === undefined || review === undefined
      ? []
      : annotate(standalone.stanza.root, review, corpus).map((one) => rowVerdict(one, fresh, corpus));
  return {
    line,
    column,
    shape: review === undefined ? `<${clipValue(root.tag)}>` : stanzaShape(review),
    stanza: review?.stanza,
    direction: review?.direction,
    refused: standalone === undefined ? withheld : undefined,
    counts: {
      supports: rows.filter((one) => one === 'supports').length,
      refuted: rows.filter((one) => one === 'refuted').length,
      contradicts: count('contradicts'),
      unknown: count('unknown', 'ledger') + fresh.length,
      cut: count('cut'),
      settled: review?.settled.length ?? 0,
    },
  };
}
