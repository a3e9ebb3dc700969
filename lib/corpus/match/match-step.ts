import type { Choice, Occurrence } from '../../schema/types.generated.ts';
import type { Fact } from '../model/fact.ts';
import type { Leg } from './leg.ts';
import type { ValueTypes } from './value-fits.ts';

/** An attribute of a node that is compared with a stanza. */
export interface MatchedAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether the value was cut off; it is then not checked. */
  readonly cut?: boolean;
}

/** A node that is compared with a stanza: an element of an example, or a node of a capture. */
export interface MatchedNode<N> {
  readonly tag: string;
  readonly attributes: readonly MatchedAttribute[];
  readonly children: readonly N[];
  /** Whether the node was cut off; nothing is then reported as missing. */
  readonly cut?: boolean;
}

export type AttributeOf<N extends MatchedNode<N>> = N['attributes'][number];

/** What a step of a comparison is about. */
interface About<N> {
  /** Where it is on the page of the stanza. */
  readonly anchor: string;
  readonly node: N;
}

/** Something that a fact defines or contradicts. */
interface OfFact<N> extends About<N> {
  readonly fact: Fact;
}

/** Something that no fact defines. The anchor is that of the node around it. */
interface OfNoFact<N> extends About<N> {
  /** The path of the node around it in the definition that holds it; it ends with a colon for the outermost one. */
  readonly within: string;
  /** The path of the child that is a shared node, and says that it lacks this part of it. */
  readonly lackedBy: string | undefined;
  readonly known: readonly string[];
}

/** One result of the comparison of a node with a stanza. */
export type MatchStep<N extends MatchedNode<N>> =
  /** The outermost node has the tag of another stanza; nothing else is compared. */
  | (About<N> & { readonly kind: 'root'; readonly anchor: ''; readonly expected: string })
  /** A fact that defines something in the node. */
  | (OfFact<N> & { readonly kind: 'child' | 'content' })
  | (OfFact<N> & { readonly kind: 'attribute'; readonly attribute: AttributeOf<N> })
  | (OfNoFact<N> & { readonly kind: 'unknown-attribute'; readonly attribute: AttributeOf<N> })
  | (OfNoFact<N> & { readonly kind: 'unknown-child'; readonly parent: N })
  | (OfNoFact<N> & { readonly kind: 'unknown-content' })
  /** Something that contradicts the fact. The name of a content is `content`. */
  | (OfFact<N> & { readonly kind: 'missing-attribute'; readonly name: string })
  | (OfFact<N> & { readonly kind: 'missing-child'; readonly tag: string; readonly occurrence: Occurrence })
  | (OfFact<N> & { readonly kind: 'too-many'; readonly parent: N; readonly occurrence: Occurrence })
  /** Something that is never there on this leg. */
  | (OfFact<N> & {
      readonly kind: 'wrong-leg';
      readonly leg: Leg;
      /** undefined for a child, and for the content. */
      readonly attribute: AttributeOf<N> | undefined;
    })
  /** Something that is there although its condition does not hold, or is not there although its condition holds. */
  | (OfFact<N> & {
      readonly kind: 'condition';
      readonly how: 'only-if' | 'required-if';
      readonly predicate: string;
      /** The node that has it, or should. */
      readonly parent: N;
      /** undefined for a child, for the content, and for what is not there. */
      readonly attribute: AttributeOf<N> | undefined;
    })
  /** None of the members of a choice, or more than one. */
  | (OfFact<N> & { readonly kind: 'choice'; readonly choice: Choice; readonly found: readonly string[] })
  | (About<N> & {
      readonly kind: 'order';
      /** The child whose definition fixes the order; undefined for the outermost node of the owner. */
      readonly fact: Fact | undefined;
      readonly owner: string;
      readonly parent: N;
      /** The tag that it should precede. */
      readonly before: string;
    })
  | (OfFact<N> & {
      readonly kind: 'enum-value' | 'value-type' | 'constant';
      /** undefined for a value that is the content of the node. */
      readonly attribute: AttributeOf<N> | undefined;
      readonly value: string;
      readonly type: string;
      /** The values of the enum, or the constant; empty for any other type. */
      readonly known: readonly string[];
    });

export interface MatchOptions<N extends MatchedNode<N>> {
  /** The values of an enum; undefined for an unknown enum, whose values are not checked. */
  readonly valuesOf: (enumId: string) => readonly string[] | undefined;
  /** The types of the spec; without them, only values of built-in types are checked. */
  readonly types?: ValueTypes;
  /** The content of a node. `text` is undefined for bytes that are not text; `hex` is what an enum of bytes lists. */
  readonly contentOf: (
    node: N,
  ) =>
    | { readonly text: string | undefined; readonly hex?: (() => string | undefined) | undefined }
    | undefined;
  /** The leg on which the node was seen; undefined if it is not known. */
  readonly leg?: Leg | undefined;
  /** The stanzas that came earlier in the same call, by their ids; undefined if that is not known. */
  readonly before?: readonly string[] | undefined;
  /** Whether an attribute of the outermost node that is required, without a word of legs, may be missing. */
  readonly mayLack?: (name: string) => boolean;
}
