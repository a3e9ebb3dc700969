import type { Prose } from '../../../lib/schema/types.generated.ts';

// A point inside code ends no sentence, and neither does one before a small letter, as after "e.g.".
const SENTENCE = /^(?:`[^`]*`|[^`])*?[.!?](?=\s+[^\s\p{Ll}])/u;

/** The first sentence of prose; all of it where it has only one, or where its end is not clear. */
export const firstSentence = (prose: Prose): Prose => SENTENCE.exec(prose)?.[0] ?? prose;
