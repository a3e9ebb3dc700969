/** The longest description in the head of a page. */
const MAX = 300;

/** The description in the head of a page: too long a text is cut at the end of a sentence, or else of a word. */
export function pageSummary(text: string): string {
  if (text.length <= MAX) return text;
  const cut = text.slice(0, MAX);
  const sentences = /^.{100,}[.!?](?=\s)/s.exec(cut)?.[0];
  return sentences ?? `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX - 60))}…`;
}
