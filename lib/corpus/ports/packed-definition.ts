/** A definition that was read, as JSON: for another thread, or for the next run. Text only; it goes with its bytes. */
export type PackedDefinition = string;
