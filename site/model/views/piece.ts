import type { Confidence } from '../../../lib/schema/types.generated.ts';

/** What a piece of code is, and so how it is coloured. */
export type PieceRole = 'tag' | 'name' | 'text' | 'mark' | 'dim' | 'plain';

/** A run of characters in a block of code. The texts of all pieces in order are the code, as it is copied. */
export interface Piece {
  readonly text: string;
  readonly role: PieceRole;
  readonly href?: string | undefined;
  /** How sure the fact is that a name in a skeleton leads to; of what is not said, the page says nothing. */
  readonly confidence?: Confidence | undefined;
}
