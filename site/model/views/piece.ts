import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What a piece of code is, which determines its color. */
export type PieceRole = 'tag' | 'name' | 'text' | 'mark' | 'dim' | 'plain';

/** A run of characters in a block of code. The concatenated texts of all pieces are the code, as it is copied. */
export interface Piece {
  readonly text: string;
  readonly role: PieceRole;
  readonly href?: string | undefined;
  /** The confidence of the fact that a name links to; undefined if it is not the name of a fact. */
  readonly confidence?: Confidence | undefined;
  /** Whether an open dispute denies the fact. */
  readonly refuted?: boolean | undefined;
}
