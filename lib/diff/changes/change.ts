import type { FactKind } from '../../corpus/model/fact.ts';
import type { PartAspect } from '../../corpus/parts/part-traits.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Confidence } from '../../schema/types.generated.ts';

/** A property of a fact or a stanza that client code depends on. */
export type Aspect = FactAspect | 'tag' | 'direction';

/** A property of a fact that client code depends on. */
export type FactAspect =
  | 'type'
  | 'value'
  | 'required'
  | 'sent'
  | 'delivered'
  | 'only_if'
  | 'required_if'
  | 'occurrence'
  | 'of'
  | 'order'
  | 'size'
  | 'use'
  | 'without'
  | 'tags_from'
  | 'written_by'
  | 'builds'
  | 'refuses'
  | StepAspect
  | PartAspect;

/** A property of a step of a flow. */
export type StepAspect =
  | 'label'
  | 'from'
  | 'to'
  | 'stanza'
  | 'with'
  | 'after'
  | 'optional'
  | 'repeats'
  | 'answers'
  | 'echoes'
  | 'within'
  | 'clients';

/** What a changed shape means for code that was written for the old one. */
export type Effect =
  /** Something is no longer allowed, or that cannot be ruled out. */
  | 'narrowed'
  /** Everything that was allowed still is, and more. */
  | 'widened'
  /** The same is allowed; it is stated more or less precisely. */
  | 'reworded';

/** A change from one corpus to another. `path` is a fact path, or the id of a definition. */
export type Change =
  | {
      readonly kind: 'added';
      readonly path: string;
      readonly owner: string;
      readonly fact: FactKind;
      readonly confidence: Confidence;
    }
  | {
      readonly kind: 'removed';
      readonly path: string;
      readonly owner: string;
      readonly fact: FactKind;
      /** From its tombstone, if it has one. */
      readonly reason: string | undefined;
    }
  | {
      readonly kind: 'moved';
      readonly path: string;
      readonly to: string;
      readonly reason: string | undefined;
    }
  | {
      readonly kind: 'raised' | 'lowered';
      readonly path: string;
      readonly from: Confidence;
      readonly to: Confidence;
    }
  | {
      readonly kind: 'described';
      readonly path: string;
      /** `sent` and `delivered` are the notes on those legs. */
      readonly what: readonly (
        | 'description'
        | 'when'
        | 'apart'
        | 'remedy'
        | 'sent'
        | 'delivered'
        | 'rated_lower'
      )[];
    }
  | {
      readonly kind: 'reshaped';
      readonly path: string;
      readonly aspect: Aspect;
      /** The old value, in words. */
      readonly from: string;
      readonly to: string;
      readonly effect: Effect;
    }
  | {
      readonly kind: 'observed';
      readonly path: string;
      readonly gained: readonly string[];
      readonly lost: readonly string[];
    }
  | {
      readonly kind: 'evidence';
      readonly path: string;
      readonly gained: EvidenceNames;
      readonly lost: EvidenceNames;
    }
  | {
      readonly kind: 'dispute';
      readonly path: string;
      readonly event: 'opened' | 'closed' | 'reopened' | 'changed' | 'dropped';
      readonly claim: string;
    }
  | {
      readonly kind: 'question';
      readonly path: string;
      readonly event: 'opened' | 'settled' | 'reopened' | 'changed' | 'dropped';
      readonly id: string | undefined;
      readonly text: string;
    }
  | {
      readonly kind: 'definition';
      readonly path: string;
      readonly event: 'added' | 'removed';
      readonly definition: Kind;
      readonly title: string;
    }
  | {
      readonly kind: 'edited';
      readonly path: string;
      readonly definition: Kind;
      /** Keys whose values differ. */
      readonly keys: readonly string[];
    }
  | {
      readonly kind: 'ledger';
      readonly path: string;
      readonly event: 'listed' | 'struck' | 'changed';
      readonly name: 'tag' | 'attribute';
    };

export interface EvidenceNames {
  readonly techniques: readonly string[];
  readonly flavors: readonly string[];
  readonly contributors: readonly string[];
  readonly sources: readonly string[];
}

export type ChangeKind = Change['kind'];
