const CR = 13;
const LF = 10;

/** A text with `\n` line endings, as git stores it. */
export const withLf = (text: string): string => text.replaceAll('\r\n', '\n');

/** A text with the line endings of another one. */
export const withLineEndsOf = (model: string, text: string): string =>
  model.includes('\r\n') ? withLf(text).replaceAll('\n', '\r\n') : text;

/** The bytes of a text file with `\n` line endings: editors and archives on Windows write `\r\n`. */
export const bytesWithLf = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(CR) ? bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF) : bytes;
