import type { Leg } from '../../corpus/match/leg.ts';
import type { Confidence, Occurrence } from '../../schema/types.generated.ts';
import type { LedgerName } from '../lookup/ledger-name.ts';
import type { CapturedAttribute, CapturedNode } from '../tree/captured-node.ts';

/** How a capture contradicts a fact. */
export type Contradicts =
  | { readonly kind: 'missing-attribute'; readonly name: string; readonly parent: string }
  | {
      readonly kind: 'missing-child' | 'too-many';
      readonly tag: string;
      readonly parent: string;
      readonly occurrence: Occurrence;
    }
  | {
      readonly kind: 'condition';
      readonly what: string;
      readonly parent: string;
      readonly how: 'only-if' | 'required-if';
      readonly predicate: string;
    }
  | { readonly kind: 'wrong-leg'; readonly what: string; readonly leg: Leg }
  | {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly found: readonly string[];
      readonly parent: string;
    }
  /** Without the value that is there, as with an enum. */
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'order'; readonly tag: string; readonly parent: string; readonly before: string }
  /** Without the value itself: it may be personal, and a sanitized capture holds a placeholder. */
  | { readonly kind: 'enum-value'; readonly enum: string }
  | { readonly kind: 'value-type'; readonly type: string; readonly expected: string };

/** Something that the spec does not describe. `cut`: the log left out a part of it, or of the node around it. */
export type Undescribed =
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly parent: string;
      readonly attribute: CapturedAttribute;
      readonly cut: boolean;
    }
  | {
      readonly kind: 'child';
      readonly name: string;
      readonly parent: string;
      /** All children of this name, in their order; only the complete ones, if there are any. */
      readonly nodes: readonly CapturedNode[];
      readonly cut: boolean;
    }
  | {
      readonly kind: 'content';
      readonly parent: string;
      readonly node: CapturedNode;
      readonly cut: boolean;
    };

interface New {
  readonly what: Undescribed;
  /** The path of the node that it is in; ends with the colon for the outermost one. */
  readonly within: string;
  /** The path of the child that is a shared node, and says that it lacks this part of it. */
  readonly lackedBy: string | undefined;
}

/** What a capture says of one fact, or of something that could become one. Each path has one verdict. */
export type Verdict = {
  /** The path of the fact; for a part that is not described, the path that its fact would have. */
  readonly path: string;
  /** How many places of the capture have this verdict. */
  readonly count: number;
} & (
  | {
      readonly verdict: 'supports';
      readonly confidence: Confidence;
      /** What the value means, if the fact is a value of an enum. */
      readonly means?: string;
      /** What the open dispute says that denies the fact: the capture has what nobody should rely on. */
      readonly refuted?: string;
    }
  | { readonly verdict: 'contradicts'; readonly confidence: Confidence; readonly how: Contradicts }
  /** The log broke off: the node or attribute of the fact is there, and its value is not. */
  | { readonly verdict: 'cut'; readonly confidence: Confidence }
  | (New & { readonly verdict: 'unknown'; readonly suggestion: string | undefined })
  | (New & { readonly verdict: 'ledger' } & LedgerName)
);
