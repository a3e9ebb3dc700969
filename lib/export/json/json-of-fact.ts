import { lastSeen } from '../../capture/seen/last-seen.ts';
import { type MoreRecords, moreRecords } from '../../capture/seen/sightings.ts';
import { useOfValue } from '../../capture/seen/use-of-value.ts';
import { type ClientsByDeed, clientsByDeed } from '../../corpus/clients/clients-by-deed.ts';
import { marksOf } from '../../corpus/clients/marks.ts';
import { unobservedValues } from '../../corpus/disputes/unobserved-values.ts';
import { implementationsOf } from '../../corpus/evidence/rests-on.ts';
import { evidenceOf } from '../../corpus/lookup/evidence-of.ts';
import { ratedLower } from '../../corpus/lookup/rated-lower.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { FactHistory } from '../../corpus/model/fact-history.ts';
import { isChecked } from '../../corpus/sources/checks/is-checked.ts';
import { namesOfFact } from '../../corpus/sources/checks/names-of-fact.ts';
import { KINDS } from '../../schema/kinds.ts';
import type {
  Builds,
  ChildrenOrders,
  Delivered,
  Dispute,
  Provenance,
  Sent,
  Writers,
} from '../../schema/types.generated.ts';
import type { Addresses, LinkedSource } from './addresses.ts';
import { omitEmpty } from './omit-empty.ts';

/** A fact as JSON: what the YAML says, its URL, and the confidence that its evidence supports. Empty keys are omitted. */
export interface FactJson {
  readonly path: string;
  readonly url: string;
  /** In a file of a definition that does not hold it itself: where it is there, such as call-offer:offer/te@ip. */
  readonly place?: string;
  readonly kind: Fact['kind'];
  readonly name: string;
  /** The node that holds it, as tags below the outermost one. */
  readonly node?: string;
  readonly type?: string;
  /** The value that it always has. */
  readonly value?: string;
  readonly required?: boolean;
  readonly sent?: LegJson;
  readonly delivered?: LegJson;
  readonly written_by?: Writers;
  /** Of a value: the participants of flows that send it, where somebody was seen to. */
  readonly sent_by?: readonly string[];
  /** The flavors whose code is known to write it, to read it, or only to name it. */
  readonly clients?: ClientsByDeed;
  readonly only_if?: string;
  readonly required_if?: string;
  readonly builds?: Builds;
  readonly occurrence?: string;
  /** The members of a choice. */
  readonly of?: readonly string[];
  readonly children_order?: ChildrenOrders;
  /** The shared node that a child is, and its parts that are not at this place. */
  readonly use?: string;
  readonly without?: readonly string[];
  readonly apart?: string;
  readonly tags_from?: string;
  readonly size?: string;
  /** Of a value: the stanzas that it refuses, and what a client does about it. */
  readonly refuses?: readonly string[];
  readonly remedy?: string;
  readonly when?: string;
  readonly confidence: string;
  /** Why that is lower than its evidence supports, if it is and somebody says why. */
  readonly rated_lower?: string;
  readonly description: string;
  readonly observed_values?: readonly string[];
  readonly unobserved_values?: readonly string[];
  readonly evidence: {
    readonly carries: string;
    readonly channels: readonly string[];
    /** How many implementations show it. */
    readonly implementations: number;
    /** Flavors with a source that do not derive from each other. */
    readonly independent_flavors: number;
    readonly words: string;
    /** Whether all of its sources in code were opened and name it; absent if nobody opened those of the spec, and of what code does not name: steps and what parts say. */
    readonly checked?: boolean;
  };
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly tools?: readonly string[];
  readonly sources?: readonly LinkedSource[];
  /** The records of traces that show it and are not among its sources. */
  readonly more_records?: MoreRecords;
  readonly last_seen?: string;
  readonly disputes?: readonly DisputeJson[];
  readonly history?: FactHistory;
}

/** What is known of a fact on one leg, with its own evidence where that differs. */
export interface LegJson {
  readonly presence: (Sent | Delivered) & string;
  readonly confidence?: string;
  readonly rated_lower?: string;
  readonly note?: string;
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly tools?: readonly string[];
  readonly sources?: readonly LinkedSource[];
}

export interface DisputeJson {
  readonly claim: string;
  readonly status: 'open' | 'resolved';
  /** The year, if all of its evidence is of former years: a difference in time. */
  readonly year?: string;
  readonly resolution?: string;
  readonly flavors?: readonly string[];
  readonly sources?: readonly LinkedSource[];
}

/** Makes the JSON of a fact. */
export function jsonOfFact(
  fact: Fact,
  corpus: Corpus,
  addresses: Addresses,
  history?: FactHistory,
): FactJson {
  const { provenance } = fact;
  const evidence = evidenceOf(fact, corpus);
  const { supports, channels, families, words } = evidence;
  const names = namesOfFact(fact, corpus);
  return {
    path: fact.path,
    url: addresses.fact(fact),
    kind: fact.kind,
    name: fact.name,
    ...omitEmpty('node', fact.node),
    ...omitEmpty('type', fact.type),
    ...omitEmpty('value', fact.value),
    ...omitEmpty('required', fact.required),
    ...omitEmpty('sent', fact.sent && jsonOfLeg(fact.sent, addresses, names)),
    ...omitEmpty('delivered', fact.delivered && jsonOfLeg(fact.delivered, addresses, names)),
    ...omitEmpty('written_by', fact.writtenBy),
    ...omitEmpty('sent_by', fact.kind === 'value' ? useOfValue(fact, corpus).sentBy : undefined),
    ...omitEmpty('clients', clientsByDeed(marksOf(fact, corpus))),
    ...omitEmpty('only_if', fact.onlyIf),
    ...omitEmpty('required_if', fact.requiredIf),
    ...omitEmpty('builds', fact.builds),
    ...omitEmpty('occurrence', fact.occurrence),
    ...omitEmpty('of', fact.choice?.of),
    ...omitEmpty('children_order', fact.child?.children_order),
    ...omitEmpty('use', fact.child?.use),
    ...omitEmpty('without', fact.child?.without),
    ...omitEmpty('apart', fact.child?.apart),
    ...omitEmpty('tags_from', fact.child?.tags_from),
    ...omitEmpty('size', fact.size),
    ...omitEmpty('refuses', fact.refuses),
    ...omitEmpty('remedy', fact.remedy),
    ...omitEmpty('when', fact.when),
    confidence: fact.confidence,
    ...omitEmpty('rated_lower', ratedLower(fact, evidence)),
    description: fact.description,
    ...omitEmpty('observed_values', fact.observed),
    ...omitEmpty('unobserved_values', [...unobservedValues(fact, corpus)]),
    evidence: {
      carries: supports,
      channels,
      implementations: implementationsOf(fact, corpus).length,
      independent_flavors: families.length,
      words,
      ...omitEmpty(
        'checked',
        corpus.sourceChecks && KINDS[fact.ownerKind].facts !== '#' ? isChecked(fact, corpus) : undefined,
      ),
    },
    ...jsonOfProvenance(provenance, addresses, names),
    ...omitEmpty('more_records', moreRecords(fact, corpus)),
    ...omitEmpty('last_seen', lastSeen([fact], corpus)),
    ...omitEmpty(
      'disputes',
      fact.disputes.map((one) => jsonOfDispute(one, addresses)),
    ),
    ...omitEmpty('history', history),
  };
}

function jsonOfLeg(leg: Sent | Delivered, addresses: Addresses, names: readonly string[]): LegJson {
  if (typeof leg === 'string') return { presence: leg };
  const { presence, confidence, rated_lower: reason, note, provenance = {} } = leg;
  return {
    presence,
    ...omitEmpty('confidence', confidence),
    ...omitEmpty('rated_lower', reason),
    ...omitEmpty('note', note),
    ...jsonOfProvenance(provenance, addresses, presence === 'never' ? [] : names),
  };
}

/**
 * The lists of a provenance, which the JSON has beside the keys of its owner.
 * @param names one of these is expected at its sources in code
 */
export const jsonOfProvenance = (
  provenance: Provenance,
  addresses: Addresses,
  names: readonly string[] = [],
) => ({
  ...omitEmpty('techniques', provenance.techniques),
  ...omitEmpty('flavors', provenance.flavors),
  ...omitEmpty('contributors', provenance.contributors),
  ...omitEmpty('tools', provenance.tools),
  ...omitEmpty(
    'sources',
    provenance.sources?.map((source) => addresses.source(source, names)),
  ),
});

/** Makes the JSON of a dispute. */
export function jsonOfDispute(dispute: Dispute, addresses: Addresses): DisputeJson {
  const { claim, status = 'open', resolution, flavors, sources } = dispute;
  return {
    claim,
    status,
    ...omitEmpty('year', addresses.yearOf(dispute)),
    ...omitEmpty('resolution', resolution),
    ...omitEmpty('flavors', flavors),
    ...omitEmpty(
      'sources',
      sources?.map((source) => addresses.source(source)),
    ),
  };
}
