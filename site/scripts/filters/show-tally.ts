import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The summary as the page had it: its bar, and its words. */
let original: { readonly bar: readonly Node[]; readonly words: string } | undefined;

/**
 * Shows in the summary of a page how many of the rows that a filter found have each confidence.
 * @param found the confidence of each; undefined for the page without a filter
 */
export function showTally(found: readonly string[] | undefined): void {
  const bar = document.querySelector('.summary .bar');
  const words = document.querySelector('.summary-words');
  if (bar === null || words === null) return;
  if (found === undefined && original === undefined) return;
  original ??= { bar: [...bar.childNodes], words: words.textContent };
  if (found === undefined) {
    bar.replaceChildren(...original.bar);
    words.textContent = original.words;
    return;
  }
  const counts = CONFIDENCES.map((name) => ({
    name,
    count: found.filter((one) => one === name).length,
  })).filter(({ count }) => count > 0);
  let start = 0;
  bar.replaceChildren(
    ...counts.map(({ name, count }) => {
      const width = (count / found.length) * 100;
      const part = document.createElementNS(SVG, 'rect');
      for (const [key, value] of Object.entries({ class: name, x: start, width, height: 1 }))
        part.setAttribute(key, String(value));
      start += width;
      return part;
    }),
  );
  const list = counts.map(({ name, count }) => `${count} ${name}`).join(', ');
  words.textContent = list === '' ? 'No facts match.' : `Found: ${list}.`;
}
