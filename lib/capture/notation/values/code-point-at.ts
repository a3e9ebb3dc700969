// The escapes of Rust and Go for a code point.
const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))/y;

/** Reads `\u{202e}` or `\U0001f600` at an offset; undefined if there is none, or its number is no code point. */
export function codePointAt(
  text: string,
  at: number,
  limit: number,
): { readonly character: string; readonly length: number } | undefined {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text);
  if (match === null || at + match[0].length > limit) return undefined;
  const code = Number.parseInt(match[1] ?? match[2] ?? '', 16);
  return code > 0x10ffff ? undefined : { character: String.fromCodePoint(code), length: match[0].length };
}
