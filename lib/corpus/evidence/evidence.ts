import type { Confidence } from '../../schema/types.generated.ts';
import { memoizeBy } from '../memoize-by.ts';
import type { Corpus } from '../model/corpus.ts';
import { isImplementation } from '../sources/is-implementation.ts';
import { CHANNELS, type Channel } from './channel.ts';
import { channelTimes } from './channel-times.ts';
import { describeEvidence, type EvidenceState } from './describe-evidence.ts';
import { type FlavorLineage, flavorLineage, groupByFamily } from './flavor-lineage.ts';
import { isObservable } from './is-observable.ts';
import { type MissingEvidence, missingEvidence } from './missing-evidence.ts';
import { implementationsOf, namedBy, type Stated } from './rests-on.ts';
import { sortSources } from './sort-sources.ts';

/** The evidence of a fact, and the confidence that it supports. */
export interface Evidence {
  /** The highest confidence that the evidence supports: confirmed, probable or unknown, and never speculative. */
  readonly supports: Confidence;
  /** The channels of the techniques that have a source. */
  readonly channels: readonly Channel[];
  /** Those of the channels that confirm together. */
  readonly confirming: readonly Channel[];
  /** The techniques that are listed, with a source or without. */
  readonly techniques: readonly string[];
  /** Those of the techniques that have a source. */
  readonly served: readonly string[];
  /** The flavors that are listed, with a source or without. */
  readonly flavors: readonly string[];
  /**
   * The implementations that are listed and have a source, by family: each family counts once. A flavor that only
   * describes the protocol is in none.
   */
  readonly families: readonly (readonly string[])[];
  /** The number of well-formed sources. URLs that differ only in their fragment count as one. */
  readonly sources: number;
  /** Whether the fact has no provenance of its own, and relies on that of the facts inside it. */
  readonly inherited: boolean;
  /** The cheapest step to the next confidence, in words; '' for a confirmed fact. */
  readonly missing: string;
  /** The same as a sentence, such as `To confirm: a memory-dump capture.`; '' for a confirmed fact. */
  readonly next: string;
  /** What there is, in words. */
  readonly has: string;
  /** What there is and what is missing, in words. */
  readonly words: string;
}

/**
 * Weighs the evidence of a fact. `confirmed` needs two techniques on different channels, each with a source; `probable`
 * needs a technique, or a flavor with a source. A flavor that only describes the protocol supports nothing. Two channels
 * confirm together only if both have evidence of the last three years, or a client's code of these years says the same,
 * see {@link isOfItsTime}.
 *
 * A capture counts for its technique; a capture of what a third-party client sent counts for that client only, see
 * {@link observedLibrary}. A place in a flavor's code counts for the flavor and for the techniques that it is based on.
 * A URL or an issue counts for one listed technique that has no other source, so that as many channels as possible have
 * one; those that are left over count for a flavor. A note in words cannot be followed: it counts for a flavor, and
 * never for a technique.
 */
export function weighEvidence(fact: Stated, corpus: Corpus): Evidence {
  const named = namedBy(fact, corpus);
  const techniques = [...named.techniques];
  const channelOf = (technique: string): Channel | undefined => corpus.techniques.get(technique)?.channel;

  const sources = sortSources(named, corpus);
  const { served, channels, free } = techniquesServed(techniques, channelOf, sources);
  const { lineage, descriptions } = backgroundOf(corpus);
  const listed = [...named.flavors].filter((id) => isImplementation(id, corpus));
  const flavors = flavorsServed(listed, (id) => sources.ofFlavors.has(id), free + sources.notes);

  const families = groupByFamily(flavors, lineage);
  const times = channelTimes(
    techniques
      .filter((id) => served.has(id))
      .map((id) => ({ id, channel: channelOf(id), day: sources.ofTechniques.get(id) })),
    families.map((family) => family.map((id) => ({ id, day: sources.ofFlavors.get(id) }))),
    corpus,
  );
  const supports: Confidence =
    times.confirming.length > 1
      ? 'confirmed'
      : techniques.length > 0 || families.length > 0
        ? 'probable'
        : 'unknown';
  const state: EvidenceState = {
    channels: CHANNELS.filter((channel) => channels.has(channel)),
    ...times,
    techniques,
    served,
    channelOf,
    families,
    lineage,
    implementations: implementationsOf(fact, corpus).length,
    bareFlavors: listed.filter((id) => !flavors.includes(id)),
    unlisted: [...sources.ofFlavors.keys()].filter(
      (id) => !named.flavors.has(id) && isImplementation(id, corpus),
    ),
    unlistedTechniques: [...sources.ofTechniques.keys()].filter(
      (id) => !named.techniques.has(id) && corpus.techniques.has(id),
    ),
    descriptions: [...new Set([...named.flavors, ...sources.ofFlavors.keys()])].filter((id) =>
      descriptions.has(id),
    ),
    sources: sources.count,
    notes: sources.notes,
    isObservable: isObservable(fact, corpus),
    supports,
  };
  const steps = missingEvidence(state, corpus);
  const missing = steps === undefined ? '' : `${steps.steps.join(' and ')} would ${steps.to}`;
  const has = `${named.inherited ? 'from the facts inside: ' : ''}${describeEvidence(state)}`;
  return {
    supports,
    channels: state.channels,
    confirming: times.confirming,
    techniques,
    served: techniques.filter((id) => served.has(id)),
    flavors: [...named.flavors],
    families,
    sources: sources.count,
    inherited: named.inherited,
    missing,
    next: steps === undefined ? '' : nextSentence(steps),
    has,
    words: missing === '' ? has : `${has}; ${missing}`,
  };
}

const nextSentence = ({ steps, to }: MissingEvidence): string =>
  `${to === 'confirm it' ? 'To confirm' : 'To make it probable'}: ${steps.join(' and ').replace(/,$/, '')}.`;

/**
 * The techniques with a source of their own, and as many of the others as there are sources free: first one for each
 * channel that has none yet.
 */
function techniquesServed(
  techniques: readonly string[],
  channelOf: (technique: string) => Channel | undefined,
  { ofTechniques, free: all }: Pick<ReturnType<typeof sortSources>, 'ofTechniques' | 'free'>,
): { readonly served: Set<string>; readonly channels: Set<Channel>; readonly free: number } {
  const served = new Set(techniques.filter((id) => ofTechniques.has(id)));
  const channels = new Set([...served].flatMap((id) => channelOf(id) ?? []));
  let free = all;
  for (const round of ['channel', 'technique'] as const) {
    for (const id of techniques) {
      const channel = channelOf(id);
      if (free === 0 || served.has(id)) continue;
      if (round === 'channel' && (channel === undefined || channels.has(channel))) continue;
      served.add(id);
      if (channel !== undefined) channels.add(channel);
      free -= 1;
    }
  }
  return { served, channels, free };
}

/** The flavors with a source of their own, and as many of the others as there are sources left. */
function flavorsServed(
  listed: readonly string[],
  hasSource: (id: string) => boolean,
  left: number,
): string[] {
  let spare = left;
  return listed.filter((id) => {
    if (hasSource(id)) return true;
    if (spare === 0) return false;
    spare -= 1;
    return true;
  });
}

// The same for every fact of a corpus.
const backgroundOf = memoizeBy(
  ({
    definitions: { flavor: flavors },
  }: Corpus): { lineage: FlavorLineage; descriptions: ReadonlySet<string> } => ({
    lineage: flavorLineage(flavors),
    // Flavors that describe the protocol and implement nothing.
    descriptions: new Set(
      [...flavors].filter(([, { data }]) => data.kind === 'description').map(([id]) => id),
    ),
  }),
);
