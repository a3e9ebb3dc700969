/**
 * A value as JSON for people and programs, with a line feed at its end. A log of GitHub Actions takes ##[ for
 * the beginning of a command wherever it stands in a line, so it is spelled with an escape.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('##[', '\\u0023#[')}\n`;
}
