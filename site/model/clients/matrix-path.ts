/** The page that compares the implementations of a stanza, below its own. */
export const matrixPath = (stanza: string): string =>
  `stanzas/${encodeURIComponent(stanza)}/implementations/`;
