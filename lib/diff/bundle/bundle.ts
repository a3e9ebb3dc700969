import type { FactKind } from '../../corpus/model/fact.ts';
import type { Question } from '../../corpus/model/question.ts';
import type { PartAspect } from '../../corpus/parts/part-traits.ts';
import type { Kind } from '../../schema/kinds.ts';
import type {
  Builds,
  Confidence,
  Echo,
  LedgerEntry,
  Occurrence,
  StepClients,
  Writers,
} from '../../schema/types.generated.ts';

/** A dispute in a bundle. */
export interface BundleDispute {
  readonly claim: string;
  readonly status: 'open' | 'resolved';
  readonly resolution?: string;
  readonly flavors?: readonly string[];
  readonly sources?: readonly string[];
}

/** What is known of a fact on one leg. */
export interface BundleLeg {
  /** `required`, `optional` or `never` where it is sent; `always`, `sometimes` or `never` where it is delivered. */
  readonly presence: string;
  /** Where it differs from that of the fact, as the evidence. */
  readonly confidence?: Confidence;
  readonly note?: string;
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly sources?: readonly string[];
}

/** What a step of a flow says, with its keys in the YAML. */
export interface BundleStep {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly stanza?: string;
  readonly one_of?: readonly string[];
  readonly with?: string;
  /** Present even if empty: the step comes after no other. */
  readonly after?: readonly string[];
  readonly optional?: boolean;
  readonly repeats?: boolean;
  readonly answers?: string;
  readonly echoes?: readonly Echo[];
  readonly within?: BundleTime;
  readonly clients?: StepClients;
}

/** A time with its evidence. */
export interface BundleTime {
  readonly ms: number;
  /** The longest time that was seen, where no limit is known. */
  readonly seen_ms?: number;
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly sources?: readonly string[];
}

/** A fact in a bundle: what a reader relies on. Keys without a value are absent. */
export interface BundleFact {
  readonly path: string;
  readonly kind: FactKind;
  readonly confidence: Confidence;
  /** Why that is lower than its evidence supports, if it is and somebody says why. */
  readonly rated_lower?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly sent?: BundleLeg;
  readonly delivered?: BundleLeg;
  readonly written_by?: Writers;
  /** Conditions on its presence, as predicates. */
  readonly only_if?: string;
  readonly required_if?: string;
  /** The value that it always has. */
  readonly value?: string;
  readonly builds?: Builds;
  readonly occurrence?: Occurrence;
  /** Of a child: whether the order of its own children matters. */
  readonly order?: string;
  /** Of a content. */
  readonly size?: string;
  /** Of a child that is a shared node: the id of that node, and its parts that are not at this place. */
  readonly use?: string;
  readonly without?: readonly string[];
  /** Of a child: why it is not the shared node of the same tag. */
  readonly apart?: string;
  /** Of a child with any tag: where the tags come from. */
  readonly tags_from?: string;
  /** Of a value: the stanzas that it refuses, and what a client does about it. */
  readonly refuses?: readonly string[];
  readonly remedy?: string;
  /** Of a choice: its members. */
  readonly of?: readonly string[];
  /** Of a step. Its conditions are `only_if` and `required_if`, and its note is the description. */
  readonly step?: BundleStep;
  /** Of what a part says: what it says besides its text, in words. */
  readonly part?: Readonly<Partial<Record<PartAspect, string>>>;
  readonly when?: string;
  readonly description: string;
  readonly observed?: readonly string[];
  readonly techniques?: readonly string[];
  readonly flavors?: readonly string[];
  readonly contributors?: readonly string[];
  readonly sources?: readonly string[];
  readonly disputes?: readonly BundleDispute[];
}

/** A definition without its facts and questions, which have lists of their own. */
export interface BundleDefinition {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly moved_from?: readonly string[];
  /** All its other keys. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface BundleQuestion {
  readonly kind: Question['kind'];
  readonly owner: string;
  /** Absent if the question is only a sentence. */
  readonly id?: string;
  readonly text: string;
  readonly status: 'open' | 'resolved';
  readonly answer?: string;
}

export interface BundleName {
  readonly name: string;
  readonly kind: LedgerEntry['kind'];
  readonly same_as?: string;
}

export interface BundleTombstone {
  readonly path: string;
  readonly reason: string;
  readonly date: string;
  readonly successor?: string;
}

/** A snapshot of a corpus, flat and in canonical order: it is frozen at a release, and compared. */
export interface Bundle {
  readonly schemaVersion: 1;
  readonly version: string;
  /** The day of the release as YYYY-MM-DD; absent before the release. */
  readonly date?: string;
  /** What a reader of the bundle must know. */
  readonly note?: string;
  readonly title: string;
  /** By path. */
  readonly facts: readonly BundleFact[];
  /** By kind and id. */
  readonly definitions: readonly BundleDefinition[];
  /** In the order of the corpus. */
  readonly questions: readonly BundleQuestion[];
  /** By name and kind. */
  readonly ledger: readonly BundleName[];
  /** By path. */
  readonly tombstones: readonly BundleTombstone[];
}
