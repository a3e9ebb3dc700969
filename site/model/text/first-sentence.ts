import type { Prose } from '../../../lib/schema/types.generated.ts';

// A point ends no sentence inside code, before a small letter, or as the last one of "e.g.".
const SENTENCE = /^(?:`[^`]*`|[^`])*?(?<!\b\p{L}\.\p{L})[.!?](?=\s+[^\s\p{Ll}])/u;

/** The first sentence of prose; all of it where it has only one, or where its end is not clear. */
export const firstSentence = (prose: Prose): Prose => SENTENCE.exec(prose)?.[0] ?? prose;
