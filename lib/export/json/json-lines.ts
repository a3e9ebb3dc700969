/**
 * An object as JSON in which every list stands with one item in a line: small enough for large corpora, and
 * what differs between two files is seen in any tool that compares lines.
 */
export function jsonLines(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => {
      const name = JSON.stringify(key);
      if (!Array.isArray(one) || one.length === 0) return `${name}: ${JSON.stringify(one)}`;
      return `${name}: [\n${one.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
    });
  return `{\n${entries.join(',\n')}\n}\n`.replaceAll('##[', '\\u0023#[');
}
