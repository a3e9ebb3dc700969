import { KINDS, type Kind } from './kinds.ts';

/** What some definitions of a kind are called: `1 stanza`, `2 stanzas`, without the number. */
export const kindNoun = (kind: Kind, count: number): string =>
  count === 1 ? (KINDS[kind].noun ?? kind) : KINDS[kind].title.toLowerCase();
