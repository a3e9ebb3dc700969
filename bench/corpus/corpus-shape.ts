export interface CorpusShape {
  /** How many stanzas it has; the other kinds grow with them. */
  readonly stanzas: number;
  /** About so many lines a stanza has. */
  readonly lines: number;
  readonly seed: number;
}
