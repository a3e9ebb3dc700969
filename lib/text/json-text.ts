/**
 * A value as indented JSON with a final line feed. GitHub Actions takes ##[ anywhere in a log for the start of a
 * command, so it is escaped.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('##[', '\\u0023#[')}\n`;
}
