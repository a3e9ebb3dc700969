/**
 * A parsed definition as JSON, to be cached or sent to another thread. It is only valid for the bytes that it was made
 * from.
 */
export type PackedDefinition = string;
