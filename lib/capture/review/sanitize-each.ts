import type { Corpus } from '../../corpus/model/corpus.ts';
import { match, type StanzaReview } from '../match/match.ts';
import { notEvidence, sayNotEvidence } from '../match/not-evidence.ts';
import { type SanitizeOptions, sanitize } from '../sanitize/sanitize.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';

/** A stanza of a log as it stands in a capture, or why it cannot. */
export interface Standing {
  /** As it was read. */
  readonly raw: CapturedStanza;
  /** Sanitized, and what the spec says to it; undefined where it was refused. */
  readonly clean: { readonly stanza: CapturedStanza; readonly review: StanzaReview } | undefined;
  /** Why it is no evidence; undefined where it may be some. */
  readonly reason: string | undefined;
}

/**
 * Sanitizes the stanzas of one log together, so that equal values have equal placeholders in all of them, and
 * then each of them alone: a capture stands alone, and what is a fixed point only among others is made one.
 * One of which a part could not be read is sanitized, too, to be looked at; it is no evidence.
 * @returns one for each of the stanzas, in their order, as they are asked for
 */
export function* sanitizeEach(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
  options: SanitizeOptions = {},
): Generator<Standing> {
  const whole = stanzas.filter(({ broken }) => broken !== true);
  const together = sanitize(whole, corpus, options);
  const whyNot = notEvidence(stanzas, corpus);
  const reasons = new Map(together.refused.map(({ index, reason }) => [whole[index], reason]));
  let next = 0;
  for (const [i, raw] of stanzas.entries()) {
    const refused = reasons.get(raw);
    if (refused !== undefined) {
      yield { raw, clean: undefined, reason: `not sanitized: ${refused}` };
      continue;
    }
    const one = raw.broken === true ? raw : (together.stanzas[next++] ?? raw);
    const alone = sanitize([one], corpus, options);
    const [stanza] = alone.stanzas;
    const clean = stanza === undefined ? undefined : { stanza, review: match(stanza, corpus, whyNot[i]) };
    const why = whyNot[i];
    const reason =
      why !== undefined
        ? sayNotEvidence(why)
        : clean === undefined
          ? `not sanitized: ${alone.refused[0]?.reason}`
          : undefined;
    yield { raw, clean, reason };
  }
}
