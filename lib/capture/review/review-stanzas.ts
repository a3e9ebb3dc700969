import { type OneWay, stanzaDirection } from '../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import { findLeaksInNode, type LeakKind } from '../leaks/find-leaks.ts';
import { knownNames } from '../lookup/known-node.ts';
import { listedBytes } from '../lookup/listed-bytes.ts';
import { callsInLog } from '../match/calls-in-log.ts';
import { earlierInCall } from '../match/earlier-in-call.ts';
import { match, type StanzaReview } from '../match/match.ts';
import { type NotEvidence, notEvidence, notEvidenceReason } from '../match/not-evidence.ts';
import { type LogEnd, publicEnd } from '../parse/ends-inside.ts';
import type { ParseResult } from '../parse/parse.ts';
import type { Replaced } from '../sanitize/replaced.ts';
import { type Refused, type Sanitized, type SanitizedStanza, sanitize } from '../sanitize/sanitize.ts';
import { shareValues } from '../share/share-values.ts';
import type { SharedNames } from '../share/shared-names.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { sameNode } from '../tree/same-node.ts';

export interface ReviewOptions extends Partial<SharedNames> {
  /** The direction of stanzas for which neither the log nor the attributes show it. */
  readonly direction?: OneWay | undefined;
  /** Whether they are the trace of one call, where what only an id connects to it is evidence, see {@link tiedById}. */
  readonly isTrace?: boolean | undefined;
}

/** A sanitized stanza and its comparison with the spec. */
export interface SanitizedReview {
  readonly stanza: CapturedStanza;
  readonly review: StanzaReview;
  /** What the leak check still finds, each kind once; not empty only if the sanitizer has a bug. */
  readonly leaks: readonly LeakKind[];
}

/** A stanza of a log. Each property is computed on first access and memoized. */
export interface ReviewedStanza {
  /** As it was read. */
  readonly raw: CapturedStanza;
  /** Sanitized together with all others, so that equal values are equal in the whole log; undefined if refused. */
  readonly sanitized: SanitizedReview | undefined;
  /**
   * As it is stored in a capture: sanitized once more, alone, since sanitizing a capture must change nothing.
   * undefined if refused.
   */
  readonly standalone: SanitizedReview | undefined;
  /** Why no capture can be made of it, as a part of a sentence; undefined if one can. */
  readonly withheld: string | undefined;
  /** What was replaced in it. */
  readonly replaced: readonly Replaced[];
}

/** The review of a log: its stanzas, what was replaced in them, and how they compare with the spec. */
export interface ReviewedLog extends Pick<ParseResult, 'problems' | 'skipped' | 'skippedLines'> {
  /** Where the log ends inside its last stanza, with the tag if the spec has it; undefined if it does not. */
  readonly endsInside: LogEnd | undefined;
  /** The spec as it is. */
  readonly corpus: Corpus;
  /** The spec with the shared values: what the stanzas were sanitized with and matched against. */
  readonly known: Corpus;
  readonly shared: SharedNames;
  /** In the order of the log. */
  readonly stanzas: readonly ReviewedStanza[];
  /** The stanzas that were not refused, sanitized together. */
  readonly sanitized: readonly SanitizedReview[];
  /** The calls of several stanzas, see {@link callsInLog}. */
  readonly calls: readonly (readonly number[])[];
  readonly replaced: readonly Replaced[];
  readonly refused: readonly Refused[];
  /** What the leak check still finds in them. */
  readonly leaks: readonly { readonly kind: LeakKind; readonly line: number }[];
}

/**
 * Sanitizes the stanzas of a log and matches them against the spec, for all callers: the command, the
 * workbench, the issue form. Never throws.
 * @param corpus the spec
 * @param options names and values that stay although the spec does not know them, and the direction
 */
export function reviewStanzas(
  { stanzas: read, problems, skipped, skippedLines, endsInside }: ParseResult,
  corpus: Corpus,
  { keepNames = [], keepValues = [], direction, isTrace = false }: ReviewOptions = {},
): ReviewedLog {
  const known = shareValues(corpus, keepValues);
  const raws = read.map((one) => withDirection(one, direction));
  const sanitizeAll = (stanzas: readonly CapturedStanza[]) =>
    sanitize(stanzas, known, { keepNames, isTrace });
  const together = sanitizeAll(raws);
  const complete = once(() => sanitizeComplete(raws, together, sanitizeAll));
  const whyNot = once(() => notEvidence(raws, known));
  const isById = (why: NotEvidence | undefined): boolean => isTrace && why?.kind === 'id-only';
  const noEvidence = once(() => whyNot().map((why) => (isById(why) ? undefined : why)));
  const calls = once(() => callsInLog(raws, noEvidence()));
  const earlier = once(() => earlierInCall(raws, noEvidence(), known));
  const stanzas = together.each.map((outcome, index) => {
    const alone = once((): SanitizedStanza => {
      const one = complete()[index] ?? outcome;
      return 'refused' in one ? one : (sanitizeAll([one.stanza]).each[0] ?? one);
    });
    return reviewedStanza(raws[index] as CapturedStanza, outcome, alone, known, {
      noEvidence: () => noEvidence()[index],
      byId: () => isById(whyNot()[index]),
      before: () => earlier()[index],
    });
  });
  const sanitized = stanzas.flatMap((one) => one.sanitized ?? []);
  return {
    problems,
    skipped,
    skippedLines,
    endsInside: endsInside && publicEnd(endsInside, knownNames(known)),
    corpus,
    known,
    shared: { keepNames, keepValues },
    stanzas,
    sanitized,
    get calls() {
      return calls();
    },
    replaced: together.replaced,
    refused: together.refused,
    get leaks() {
      return sanitized.flatMap(({ stanza, leaks }) => leaks.map((kind) => ({ kind, line: stanza.line })));
    },
  };
}

/**
 * Sanitizes the stanzas that were read completely. The others are no evidence: they must not number the
 * placeholders of a capture, and stay as they were read.
 */
function sanitizeComplete(
  raws: readonly CapturedStanza[],
  together: Sanitized,
  sanitizeAll: (stanzas: readonly CapturedStanza[]) => Sanitized,
): readonly SanitizedStanza[] {
  const complete = raws.filter(({ broken }) => broken !== true);
  if (complete.length === raws.length) return together.each;
  const outcomes = sanitizeAll(complete).each.values();
  return raws.map((raw): SanitizedStanza => {
    const next = raw.broken === true ? undefined : outcomes.next().value;
    return next ?? { stanza: raw, replaced: () => [] };
  });
}

/** What the log shows of a stanza besides itself. */
interface InLog {
  readonly noEvidence: () => NotEvidence | undefined;
  readonly byId: () => boolean;
  /** The stanzas that came earlier in the same call. */
  readonly before: () => readonly string[] | undefined;
}

function reviewedStanza(
  raw: CapturedStanza,
  outcome: SanitizedStanza,
  alone: () => SanitizedStanza,
  known: Corpus,
  inLog: InLog,
): ReviewedStanza {
  const sanitized = 'refused' in outcome ? undefined : sanitizedReview(outcome.stanza, known, inLog);
  const standalone = once(() => {
    const one = alone();
    if ('refused' in one) return undefined;
    // Usually nothing was left to replace, so the review is the same.
    return sanitized !== undefined && sameNode(one.stanza.root, sanitized.stanza.root)
      ? sanitized
      : sanitizedReview(one.stanza, known, inLog);
  });
  return {
    raw,
    sanitized,
    get standalone() {
      return standalone();
    },
    get withheld() {
      const one = alone();
      if (raw.broken !== true && 'refused' in one) return `not sanitized: ${one.refused}`;
      const why = inLog.noEvidence();
      return why === undefined ? undefined : notEvidenceReason(why);
    },
    get replaced() {
      return 'refused' in outcome ? [] : outcome.replaced();
    },
  };
}

function sanitizedReview(
  stanza: CapturedStanza,
  known: Corpus,
  { noEvidence, before, byId }: InLog,
): SanitizedReview {
  const review = once(() => match(stanza, known, noEvidence(), before(), byId()));
  const leaks = once(() => [
    ...new Set(findLeaksInNode(stanza.root, listedBytes(known)).map(({ kind }) => kind)),
  ]);
  return {
    stanza,
    get review() {
      return review();
    },
    get leaks() {
      return leaks();
    },
  };
}

// The direction in the log or the attributes takes precedence over the option.
function withDirection(stanza: CapturedStanza, said: OneWay | undefined): CapturedStanza {
  if (said === undefined) return stanza;
  const direction = stanza.direction ?? stanzaDirection(stanza.root.attributes.map(({ name }) => name));
  return direction === undefined ? { ...stanza, direction: said } : stanza;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
