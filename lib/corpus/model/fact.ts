import type { FactOwner } from '../../schema/kinds.ts';
import type {
  Builds,
  Child,
  Choice,
  Confidence,
  Delivered,
  Dispute,
  LayoutField,
  Occurrence,
  Predicate,
  ProcedureStep,
  Prose,
  Provenance,
  Requirement,
  Sent,
  Step,
  WireValue,
  Writers,
} from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';

/**
 * An attribute of a node, a child of a node, the content of a node, a choice between attributes or children, a value of
 * an enum, a step of a flow, or of a part a requirement, a field of a layout or a step of its procedure.
 */
export const FACT_KINDS = [
  'attribute',
  'child',
  'content',
  'choice',
  'value',
  'step',
  'requirement',
  'field',
  'procedure',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** A statement about the protocol, with one path that identifies it everywhere. */
export interface Fact {
  /**
   * The fact path, such as call-terminate:terminate@reason, node/te:@ip, terminate-reasons=busy, flow/one-to-one#offer
   * or part/call-offer#is-answered.
   * A step without an id has its flow and number in words instead, such as `one-to-one, step 3`: it counts, but nothing
   * can refer to it, and a release does not keep it, since its number changes with the steps before it.
   */
  readonly path: string;
  /** The part of the path after the definition: its fragment on the page of the definition. */
  readonly anchor: string;
  readonly kind: FactKind;
  /** The kind and the id of the definition that holds it. */
  readonly ownerKind: FactOwner;
  readonly owner: string;
  /** The attribute, tag, choice or value; 'content' for the content of a node; the label of a step; the anchor in a part. */
  readonly name: string;
  /** The node that it belongs to, as tags below the root with slashes between; '' for the root. */
  readonly node: string;
  readonly confidence: Confidence;
  /** Why it is rated lower than its evidence supports, as it says itself or else its definition says for all. */
  readonly ratedLower: string | undefined;
  readonly description: Prose;
  /** The type, of attributes and contents. */
  readonly type: string | undefined;
  /** Of contents: the size in bytes, as a number or in words. */
  readonly size: string | undefined;
  /** Of attributes: whether it is always present; undefined if not known. */
  readonly required: boolean | undefined;
  /** Of children and choices. */
  readonly occurrence: Occurrence | undefined;
  readonly when: Prose | undefined;
  /** What is known of each leg. */
  readonly sent: Sent | undefined;
  readonly delivered: Delivered | undefined;
  readonly writtenBy: Writers;
  /** Conditions on its presence. Those of a shared node start at that node, others at the outermost node. */
  readonly onlyIf: Predicate | undefined;
  readonly requiredIf: Predicate | undefined;
  /** The value, if it is always the same. */
  readonly value: WireValue | undefined;
  /** Of values: the stanzas that they refuse, and what a client does about it. */
  readonly refuses: readonly string[];
  readonly remedy: Prose | undefined;
  readonly builds: Builds;
  readonly observed: readonly WireValue[];
  readonly provenance: Required<Provenance>;
  readonly disputes: readonly Dispute[];
  /** Of children: the definition itself. */
  readonly child: Child | undefined;
  /** Of choices: the definition itself. */
  readonly choice: Choice | undefined;
  /** Of steps: the definition itself. */
  readonly step: Step | undefined;
  /** Of requirements, fields of a layout and steps of a procedure: the definition itself. */
  readonly requirement: Requirement | undefined;
  readonly field: LayoutField | undefined;
  readonly procedureStep: ProcedureStep | undefined;
  /**
   * Of children that are a shared node: the path of that node and a colon, where something new in them belongs.
   * undefined for a node of tag `*`: what is new then belongs to the child, since other tags do not have it.
   */
  readonly home: string | undefined;
  /** Of children: the paths of its own attributes, content and children. */
  readonly inside: readonly string[];
  /** Its position in the file of its owner. */
  readonly pointer: Pointer;
}
