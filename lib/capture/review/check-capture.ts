import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Level } from '../../findings/parts/level.ts';
import { findLeaksInNode, type LeakKind } from '../leaks/find-leaks.ts';
import { listedBytes } from '../lookup/listed-bytes.ts';
import { match, type StanzaReview } from '../match/match.ts';
import { notEvidence } from '../match/not-evidence.ts';
import type { ParseProblem, ParseResult } from '../parse/parse.ts';
import { type Refused, type Replaced, type SanitizeOptions, sanitize } from '../sanitize/sanitize.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';

/** Everything that is known of an input: what it holds, what was replaced in it, what the spec says to it. */
export interface CaptureCheck {
  readonly problems: readonly ParseProblem[];
  /** How many other lines hold no stanza. */
  readonly skipped: number;
  readonly skippedLines: ParseResult['skippedLines'];
  /** The sanitized stanzas. */
  readonly stanzas: readonly CapturedStanza[];
  readonly replaced: readonly Replaced[];
  readonly refused: readonly Refused[];
  /** What the leak check still finds after the sanitizer: nothing, or a mistake of ours. */
  readonly leaks: readonly { readonly kind: LeakKind; readonly line: number }[];
  /** One for each of the stanzas. */
  readonly reviews: readonly StanzaReview[];
}

/** Sanitizes what was parsed, checks it for leaks and holds it against the spec. Never throws. */
export function checkCapture(
  { stanzas, problems, skipped, skippedLines }: ParseResult,
  corpus: Corpus,
  options: SanitizeOptions = {},
): CaptureCheck {
  const sanitized = sanitize(stanzas, corpus, options);
  const refused = new Set(sanitized.refused.map(({ index }) => index));
  const whyNot = notEvidence(stanzas, corpus).filter((_, index) => !refused.has(index));
  return {
    problems,
    skipped,
    skippedLines,
    ...sanitized,
    leaks: sanitized.stanzas.flatMap(({ root, line }) =>
      [...new Set(findLeaksInNode(root, listedBytes(corpus)).map(({ kind }) => kind))].map((kind) => ({
        kind,
        line,
      })),
    ),
    reviews: sanitized.stanzas.map((stanza, i) => match(stanza, corpus, whyNot[i])),
  };
}

/**
 * How serious the worst of it is: error for what leaks, what could not be read and what was refused; warning
 * for what contradicts the spec; note for what the spec does not describe. undefined for none of them.
 */
export function levelOfCheck({ problems, refused, leaks, reviews }: CaptureCheck): Level | undefined {
  if (problems.length + refused.length + leaks.length > 0) return 'error';
  const verdicts = reviews.flatMap((review) => review.verdicts.map(({ verdict }) => verdict));
  if (verdicts.includes('contradicts')) return 'warning';
  const undescribed = reviews.some(({ stanza, directionListed }) => stanza === undefined || !directionListed);
  return undescribed || verdicts.some((one) => one !== 'supports') ? 'note' : undefined;
}
