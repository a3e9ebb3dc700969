import type { Leg } from '../../match/leg.ts';

/** The most general types that extracts tell apart; undefined for any text, or a type that is not known. */
export type StatedType = 'jid' | 'int' | 'bool' | 'bytes' | undefined;

/** What an extract says of an attribute, a child or the content of a node. */
export interface Statement {
  readonly kind: 'attribute' | 'child' | 'content';
  /** The attribute or the tag of the child, `*` for any; of a content, '' . */
  readonly name: string;
  /** The tags below the root of the node that has it. */
  readonly node: readonly string[];
  /** undefined if the extract does not say. */
  readonly presence: 'always' | 'sometimes' | undefined;
  /** Of children: whether there may be several; undefined if the extract does not say. */
  readonly repeats: boolean | undefined;
  readonly type: StatedType;
  /** The only values that the code writes or reads; undefined for any. */
  readonly values: readonly string[] | undefined;
  /** The lines of the file, from 1; both included. */
  readonly from: number;
  readonly to: number;
}

/** A tree of nodes that a client writes or reads, as the extract states it. */
export interface Extracted {
  /** Where its code is, such as the name of a module. */
  readonly origin: string;
  readonly tag: string;
  readonly statements: readonly Statement[];
  readonly leg: Leg;
}
