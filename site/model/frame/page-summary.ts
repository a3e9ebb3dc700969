/** The longest description that a page has in its head. */
const MAX = 300;

/** What a page says of itself in its head: cut, where it is too long, at the end of a sentence, or else of a word. */
export function pageSummary(text: string): string {
  if (text.length <= MAX) return text;
  const cut = text.slice(0, MAX);
  const sentences = /^.{100,}[.!?](?=\s)/s.exec(cut)?.[0];
  return sentences ?? `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX - 60))}…`;
}
