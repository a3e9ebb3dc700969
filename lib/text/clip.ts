/** A text from data cut to a length that fits into a message; what is cut off is marked. */
export function clip(text: string, length = 120): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
