import { orderText } from '../../corpus/facts/order-text.ts';
import { evidenceOf } from '../../corpus/lookup/evidence-of.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { FactHistory } from '../../corpus/model/fact-history.ts';
import type { Dispute } from '../../schema/types.generated.ts';
import type { Addresses, Place } from './addresses.ts';
import { omitEmpty } from './omit-empty.ts';

/** A fact as JSON: what the YAML says, its URL, and the confidence that its evidence supports. Empty keys are omitted. */
export interface FactJson {
  readonly path: string;
  readonly url: string;
  readonly kind: Fact['kind'];
  readonly name: string;
  /** The node that holds it, as tags below the outermost one. */
  readonly node?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly occurrence?: string;
  readonly children_order?: string;
  readonly size?: string;
  readonly when?: string;
  readonly confidence: string;
  readonly description: string;
  readonly observed_values?: readonly string[];
  readonly evidence: {
    readonly carries: string;
    readonly channels: readonly string[];
    /** Flavors with a source that do not derive from each other. */
    readonly independent_flavors: number;
    readonly words: string;
  };
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly tools?: readonly string[];
  readonly sources?: readonly Place[];
  readonly disputes?: readonly DisputeJson[];
  readonly history?: FactHistory;
}

export interface DisputeJson {
  readonly claim: string;
  readonly status: 'open' | 'resolved';
  readonly resolution?: string;
  readonly flavors?: readonly string[];
  readonly sources?: readonly Place[];
}

/** Makes the JSON of a fact. */
export function jsonOfFact(
  fact: Fact,
  corpus: Corpus,
  addresses: Addresses,
  history?: FactHistory,
): FactJson {
  const { provenance } = fact;
  const { supports, channels, families, words } = evidenceOf(fact, corpus);
  return {
    path: fact.path,
    url: addresses.fact(fact),
    kind: fact.kind,
    name: fact.name,
    ...omitEmpty('node', fact.node),
    ...omitEmpty('type', fact.type),
    ...omitEmpty('required', fact.required),
    ...omitEmpty('occurrence', fact.occurrence),
    ...omitEmpty('children_order', fact.child?.children_order && orderText(fact.child.children_order)),
    ...omitEmpty('size', fact.size),
    ...omitEmpty('when', fact.when),
    confidence: fact.confidence,
    description: fact.description,
    ...omitEmpty('observed_values', fact.observed),
    evidence: { carries: supports, channels, independent_flavors: families.length, words },
    ...omitEmpty('techniques', provenance.techniques),
    ...omitEmpty('flavors', provenance.flavors),
    ...omitEmpty('contributors', provenance.contributors),
    ...omitEmpty('tools', provenance.tools),
    ...omitEmpty('sources', provenance.sources.map(addresses.source)),
    ...omitEmpty(
      'disputes',
      fact.disputes.map((one) => jsonOfDispute(one, addresses)),
    ),
    ...omitEmpty('history', history),
  };
}

/** Makes the JSON of a dispute. */
export function jsonOfDispute(dispute: Dispute, addresses: Addresses): DisputeJson {
  const { claim, status = 'open', resolution, flavors, sources } = dispute;
  return {
    claim,
    status,
    ...omitEmpty('resolution', resolution),
    ...omitEmpty('flavors', flavors),
    ...omitEmpty('sources', sources?.map(addresses.source)),
  };
}
