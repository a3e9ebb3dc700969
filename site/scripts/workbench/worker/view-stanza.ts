import { ledgerWords } from '../../../../lib/capture/lookup/ledger-name.ts';
import { annotate } from '../../../../lib/capture/match/annotate.ts';
import type { AnsweredQuestion } from '../../../../lib/capture/match/answered-questions.ts';
import type { StanzaReview } from '../../../../lib/capture/match/match.ts';
import type { Verdict } from '../../../../lib/capture/match/verdict.ts';
import type { ReviewedStanza, SanitizedReview } from '../../../../lib/capture/review/review-stanzas.ts';
import { verdictHint } from '../../../../lib/capture/review/verdict-hint.ts';
import { verdictMessage } from '../../../../lib/capture/review/verdict-message.ts';
import { describeReplaced } from '../../../../lib/capture/sanitize/describe-replaced.ts';
import type { SharedNames } from '../../../../lib/capture/share/shared-names.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { originalName, originalNames, partNames } from '../annotate/part-names.ts';
import { replacedPairs } from '../annotate/replaced-pairs.ts';
import { stanzaShape } from '../annotate/stanza-shape.ts';
import type { Remark, StanzaRow, StanzaView } from '../messages/stanza-view.ts';
import { WORKBENCH_WAYS } from '../messages/workbench-ways.ts';
import { newlySupported } from './newly-supported.ts';
import { partMeaning } from './part-meaning.ts';
import { rowVerdict } from './row-verdict.ts';
import { type SpecLinks, specLinks } from './spec-links.ts';
import { unknownNames } from './unknown-names.ts';
import { unlistedChoices } from './unlisted-choices.ts';

/** A stanza that was not refused. */
type Sanitized = Pick<ReviewedStanza, 'raw' | 'withheld' | 'replaced'> & {
  readonly standalone: SanitizedReview;
};

/**
 * A stanza for the page, with what the spec says about it.
 * @param corpus the spec without the shared values
 * @param base the path of the site, with slashes at both ends
 */
export function viewStanza(
  { raw, standalone, withheld, replaced }: Sanitized,
  { keepNames, keepValues }: SharedNames,
  corpus: Corpus,
  base: string,
): StanzaView {
  const { stanza, review, leaks } = standalone;
  const links = specLinks(corpus, base);
  // A shared value agrees with the spec that will list it; for the current spec it is new.
  const fresh = newlySupported(review, keepValues, corpus);
  const remarks = (...kinds: Verdict['verdict'][]): Remark[] =>
    review.verdicts.filter(({ verdict }) => kinds.includes(verdict)).map((one) => remarkOn(one, links));
  const rows = rowsOf({ raw, standalone }, review, fresh, corpus, links);
  const count = (wanted: StanzaRow['verdict']): number =>
    rows.filter(({ verdict }) => verdict === wanted).length;
  return {
    head: stanzaShape(review),
    unfit: withheld,
    stanza: links.stanza(review.stanza),
    envelope: links.stanza(
      review.envelope ?? corpus.definitions.stanza.get(review.stanza ?? '')?.data.envelope,
    ),
    direction: review.direction,
    directionListed: review.directionListed,
    ledger: review.ledger && {
      words: ledgerWords(review.ledger),
      stanzas: review.ledger.stanzas.flatMap((id) => links.stanza(id) ?? []),
    },
    rows,
    contradicts: remarks('contradicts'),
    unknown: [
      ...remarks('unknown', 'ledger'),
      ...fresh.map(({ path, count }) => ({
        at: links.fact(path),
        count,
        message: 'The enum does not list this value yet.',
        hint: 'Submit the entry below together with the capture.',
      })),
    ],
    cut: remarks('cut'),
    supports: count('supports'),
    refuted: count('refuted'),
    settled: review.settled.map((one) => settledView(one, links)),
    names: unknownNames(raw.root, stanza.root, keepNames),
    values: unlistedChoices(raw.root, stanza.root, keepValues, corpus),
    replaced: { words: describeReplaced(replaced), pairs: replacedPairs(raw.root, stanza.root) },
    leaks,
  };
}

const remarkOn = (verdict: Verdict, links: SpecLinks): Remark => ({
  at: links.fact(verdict.path),
  count: verdict.count,
  message: verdictMessage(verdict),
  hint: verdictHint(verdict, WORKBENCH_WAYS),
});

const settledView = (
  { question, owner, text, answer }: AnsweredQuestion,
  links: SpecLinks,
): StanzaView['settled'][number] => ({
  at: links.question(owner, question),
  text: links.prose(text),
  answer: links.prose(answer),
});

function rowsOf(
  { raw, standalone: { stanza } }: Pick<Sanitized, 'raw' | 'standalone'>,
  review: StanzaReview,
  fresh: readonly Verdict[],
  corpus: Corpus,
  links: SpecLinks,
): StanzaRow[] {
  const names = originalNames(raw.root, stanza.root);
  return annotate(stanza.root, review, corpus).map((one) => {
    const { depth, part, verdict } = one;
    const shown = rowVerdict(one, fresh, corpus);
    const isNew = shown === 'unknown' || verdict === undefined || !('confidence' in verdict);
    const meaning = partMeaning(one, corpus, links);
    // A value that an enum lists is as sure as its own evidence, not as that of the part which has it.
    const confidence = isNew ? undefined : (meaning?.value?.confidence ?? verdict.confidence);
    return {
      depth,
      role: part.kind,
      ...partNames(part),
      was: originalName(part, names),
      verdict: shown,
      confidence,
      path: verdict === undefined ? undefined : links.fact(verdict.path),
      meaning,
    };
  });
}
