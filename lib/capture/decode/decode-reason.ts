// The library names tokens and texts of the frame in its errors. Only what is written here is ever said.
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^it is nested too deeply$/, 'it is nested too deeply'],
  [/^its nodes are nested deeper than 64 levels$/, 'its nodes are nested deeper than 64 levels'],
  [/^the decoder broke at earlier bytes/, 'the decoder broke at earlier bytes; start again without them'],
  [/^(?:unexpected end|unexpected eof)/i, 'it ends too early'],
];

/** Why WABinary could not be decoded, in words that hold nothing of it; undefined for a reason not known. */
export function decodeReason(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return REASONS.find(([pattern]) => pattern.test(message))?.[1];
}
