/** Removes blanks and line breaks around a text. */
export function trimBlanks(text: string): string {
  const inner = text.replace(/^[ \t\r\n]+/, '');
  let end = inner.length;
  while (end > 0 && ' \t\r\n'.includes(inner[end - 1] as string)) end--;
  return inner.slice(0, end);
}

/** The same, and removes the indentation of the lines in between. */
export function trimLines(text: string): string {
  const trimmed = trimBlanks(text);
  return trimmed.includes('\n') ? trimmed.replace(/\r?\n[ \t]*/g, '\n') : trimmed;
}
