import type { FactKind } from '../../corpus/model/fact.ts';
import type { Question } from '../../corpus/model/question.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Confidence, LedgerEntry, Occurrence } from '../../schema/types.generated.ts';

/** A dispute in a bundle. */
export interface BundleDispute {
  readonly claim: string;
  readonly status: 'open' | 'resolved';
  readonly resolution?: string;
  readonly flavors?: readonly string[];
  readonly sources?: readonly string[];
}

/** A fact in a bundle: what a reader relies on. Keys without a value are absent. */
export interface BundleFact {
  readonly path: string;
  readonly kind: FactKind;
  readonly confidence: Confidence;
  readonly type?: string;
  readonly required?: boolean;
  readonly occurrence?: Occurrence;
  /** Of a child: whether the order of its own children matters. */
  readonly order?: string;
  /** Of a content. */
  readonly size?: string;
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
