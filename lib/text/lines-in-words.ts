/** So many lines are listed; the rest is counted. */
const NAMED = 3;

/** Line numbers in words: `line 3`, `lines 3 and 8`, `lines 3, 8, 9 and 1,200 more`. */
export function linesInWords(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  if (lines.length <= NAMED) return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
  return `lines ${lines.slice(0, NAMED).join(', ')} and ${inThousands(lines.length - NAMED)} more`;
}

/** A number with thousands separators. */
export const inThousands = (n: number): string => n.toLocaleString('en');
