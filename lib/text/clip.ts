/** Cuts text from data to a length that fits into a message, and marks the cut. */
export function clip(text: string, length = 120): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
