/** The lengths of descriptions that search engines show whole. */
const MIN = 50;
const MAX = 170;

/**
 * The description in the head of a page: a text that is too long is cut at the end of a sentence, or else of a word;
 * one that is too short says which spec the page belongs to.
 */
export function pageSummary(text: string, spec: string): string {
  const whole =
    text.length < MIN ? `${text} From the spec of ${spec}, with the evidence for each fact.` : text;
  if (whole.length <= MAX) return whole;
  const cut = whole.slice(0, MAX);
  const sentences = /^.{60,}[.!?](?=\s)/s.exec(cut)?.[0];
  return sentences ?? `${cut.slice(0, Math.max(cut.slice(0, MAX - 1).lastIndexOf(' '), MAX - 40))}…`;
}
