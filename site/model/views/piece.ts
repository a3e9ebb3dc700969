import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What a piece of code is, which decides its colour. */
export type PieceRole = 'tag' | 'name' | 'text' | 'mark' | 'dim' | 'plain';

/** A run of characters in a block of code. The texts of all pieces together are the code as it is copied. */
export interface Piece {
  readonly text: string;
  readonly role: PieceRole;
  readonly href?: string | undefined;
  /** The confidence of the fact that a name links to; undefined for what is no name of a fact. */
  readonly confidence?: Confidence | undefined;
}
