import type {
  Child,
  Confidence,
  Dispute,
  Occurrence,
  Prose,
  Provenance,
  WireValue,
} from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';

/** An attribute of a node, a child of a node, the content of a node, or a value of an enum. */
export type FactKind = 'attribute' | 'child' | 'content' | 'value';

/** A statement about the protocol, with one path that identifies it everywhere. */
export interface Fact {
  /** The fact path, such as call-terminate:terminate@reason or terminate-reasons=busy. */
  readonly path: string;
  /** The part of the path after the definition: its fragment on the page of the definition. */
  readonly anchor: string;
  readonly kind: FactKind;
  /** The id of the stanza or enum that holds it. */
  readonly owner: string;
  /** The attribute, tag or value; 'content' for the content of a node. */
  readonly name: string;
  /** The node that it belongs to, as tags below the root with slashes between; '' for the root. */
  readonly node: string;
  readonly confidence: Confidence;
  readonly description: Prose;
  /** The type, of attributes and contents. */
  readonly type: string | undefined;
  /** Of attributes: whether it is always present; undefined if not known. */
  readonly required: boolean | undefined;
  /** Of children. */
  readonly occurrence: Occurrence | undefined;
  readonly when: Prose | undefined;
  readonly observed: readonly WireValue[];
  readonly provenance: Required<Provenance>;
  readonly disputes: readonly Dispute[];
  /** Of children: the definition itself. */
  readonly child: Child | undefined;
  /** Of children: the paths of its own attributes, content and children. */
  readonly inside: readonly string[];
  /** Its position in the file. */
  readonly pointer: Pointer;
}
