import type { Evidence } from '../../../lib/corpus/evidence/evidence.ts';
import { implementationsOf, type Stated } from '../../../lib/corpus/evidence/rests-on.ts';
import { historyWords } from '../../../lib/corpus/facts/history-words.ts';
import { evidenceOf } from '../../../lib/corpus/lookup/evidence-of.ts';
import { type Rated, ratedLower } from '../../../lib/corpus/lookup/rated-lower.ts';
import { claimsTooMuch } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { FactHistory } from '../../../lib/corpus/model/fact-history.ts';
import { sourceState, stateWords } from '../../../lib/corpus/sources/checks/source-state.ts';
import { differenceInTime } from '../../../lib/corpus/sources/difference-in-time.ts';
import type { Dispute, Prose } from '../../../lib/schema/types.generated.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { firstSentence } from '../text/first-sentence.ts';
import { type SourceGroup, sourceGroups, sourceGroupsElsewhere } from './source-groups.ts';

/** A dispute as it is shown. */
export interface DisputeView {
  readonly claim: Prose;
  readonly sources: readonly SourceGroup[];
  /** Such as `2 implementations · 3 sources`. */
  readonly evidence: string;
  readonly resolution: Prose | undefined;
  readonly open: boolean;
  /** The year, if it is a difference in time. */
  readonly year: string | undefined;
}

/** The evidence of a fact or a step of a flow, as its fold shows it. */
export interface EvidenceView {
  /** The page that has the evidence, where this one has no room for it. */
  readonly at: string | undefined;
  readonly contributors: readonly Ref[];
  /** By flavor: flavors and places in their code, then all other sources. */
  readonly sources: readonly SourceGroup[];
  readonly tools: readonly string[];
  /** Such as `7 implementations · 8 sources`, or `no sources`. */
  readonly evidence: string;
  /** The confidence that the evidence supports, why, and the easiest way to a higher one. */
  readonly derivation: string;
  /** A remark if the confidence is not the one that the evidence supports, with the reason. */
  readonly restraint: string | undefined;
  /** When it appeared and was raised or lowered; undefined if nothing changed since the first release. */
  readonly history: string | undefined;
  readonly disputes: readonly DisputeView[];
  /** The examples of the page in which it occurs. */
  readonly examples: readonly Ref[];
  readonly yaml: string | undefined;
  readonly report: string | undefined;
}

/** Something that has a confidence and evidence. */
export type Assertion = Stated & Rated & { readonly disputes: readonly Dispute[] };

/** Everything besides the assertion that its view needs. */
export interface EvidenceContext {
  readonly corpus: Corpus;
  readonly links: Links;
  readonly examples?: readonly Ref[] | undefined;
  readonly history?: FactHistory | undefined;
  readonly yaml: string | undefined;
  readonly report: string | undefined;
  /** Names of which one is expected at its sources in code. */
  readonly names?: readonly string[] | undefined;
  /** The page that lists its code locations, if its own page would have too many of them. */
  readonly placesAt?: string | undefined;
  /** Whether that page has the disputes, too, of which this one has no more than the first sentences. */
  readonly isBrief?: boolean | undefined;
}

/** Makes the view of the evidence of a fact or a step. */
export function evidenceView(assertion: Assertion, context: EvidenceContext): EvidenceView {
  const { corpus, links, examples = [], history, yaml, report } = context;
  const { flavors, sources, contributors, tools } = assertion.provenance;
  const evidence = evidenceOf(assertion, corpus);
  return {
    at: context.placesAt,
    contributors: contributors.map((id) => links.ref('contributor', id)),
    sources: groupsOf(flavors, sources, context, context.names),
    tools,
    evidence: evidenceWords(implementationsOf(assertion, corpus).length, sources.length, evidence.inherited),
    derivation: `Evidence supports ${evidence.supports}: ${evidence.has}.${evidence.next === '' ? '' : ` ${evidence.next}`}`,
    restraint: restraintOf(assertion, evidence),
    history: history === undefined ? undefined : historyWords(history),
    disputes: assertion.disputes.map((dispute) => disputeView(dispute, context)),
    examples,
    yaml,
    report,
  };
}

// An inference may be speculative. Whether an author may claim more than that is a matter of the policy of the spec.
function restraintOf(rated: Rated, evidence: Evidence): string | undefined {
  const reason = ratedLower(rated, evidence);
  if (reason !== undefined) {
    return `Rated lower than the evidence allows: ${reason === '' ? 'no reason is given' : reason}`.replace(
      /[^.!?]$/,
      '$&.',
    );
  }
  if (rated.confidence === evidence.supports) return undefined;
  return claimsTooMuch(rated.confidence, evidence.supports)
    ? `Rated ${rated.confidence}, higher than the evidence supports.`
    : `Inferred, not observed: rated ${rated.confidence}.`;
}

function disputeView(dispute: Dispute, context: EvidenceContext): DisputeView {
  const year = differenceInTime(dispute, context.corpus);
  const { claim, flavors = [], sources = [], resolution, status } = dispute;
  return {
    claim: context.isBrief === true ? firstSentence(claim) : claim,
    sources: groupsOf(flavors, sources, context),
    evidence: evidenceWords(flavors.length, sources.length),
    resolution,
    open: status !== 'resolved' && year === undefined,
    year,
  };
}

function groupsOf(
  flavors: readonly string[],
  sources: readonly string[],
  { corpus, links, placesAt }: EvidenceContext,
  names: readonly string[] = [],
): SourceGroup[] {
  const stateOf = (source: string): string | undefined => {
    const state = sourceState(source, names, corpus);
    return state === undefined ? undefined : stateWords(state);
  };
  return placesAt === undefined
    ? sourceGroups(flavors, sources, links, stateOf)
    : sourceGroupsElsewhere(flavors, sources, links, placesAt);
}

/**
 * How much evidence there is, short enough for the room beside a confidence.
 * @param isInherited whether it is that of the facts inside, since the fact has none of its own
 */
function evidenceWords(implementations: number, sources: number, isInherited = false): string {
  const some = implementations > 0 ? [`${implementations} impl.`] : [];
  if (isInherited) return some.length > 0 ? `${some.join()} in its contents` : 'see its contents';
  return [...some, sources > 0 ? counted(sources, 'source') : 'no sources'].join(' · ');
}
