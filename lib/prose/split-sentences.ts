import type { Inline } from './inline.ts';

/** A word with a full stop that ends no sentence, and what follows it. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|incl|no|fig|sec)\.$/i;

/** The end of a sentence with the space behind it. */
const END = /[.!?]["'”’)\]]{0,3}(\s+)/g;

/**
 * A line of Markdown in its sentences, and the space between them as pieces of their own. A sentence ends in plain text or
 * with a piece around its last word, never inside of code.
 */
export function splitSentences(line: readonly Inline[]): readonly (readonly Inline[])[] {
  const runs: Inline[][] = [];
  let run: Inline[] = [];
  const close = (space: string): void => {
    if (run.length > 0) runs.push(run);
    runs.push([{ kind: 'text', text: space }]);
    run = [];
  };
  for (const [i, piece] of line.entries()) {
    if (piece.kind !== 'text') {
      run.push(piece);
      continue;
    }
    let { text } = piece;
    const [space = ''] = /^\s*/.exec(text) ?? [];
    if (space !== '' && endsSentence(line[i - 1]) && beginsSentence(text.slice(space.length))) {
      close(space);
      text = text.slice(space.length);
    }
    let from = 0;
    for (const { 0: found, 1: gap = '', index } of text.matchAll(END)) {
      const end = index + found.length - gap.length;
      const behind = text.slice(index + found.length);
      if (ABBREVIATION.test(text.slice(Math.max(0, index - 10), index + 1))) continue;
      if (behind === '' ? i === line.length - 1 : !beginsSentence(behind)) continue;
      run.push({ kind: 'text', text: text.slice(from, end) });
      close(gap);
      from = index + found.length;
    }
    if (from < text.length) run.push({ kind: 'text', text: text.slice(from) });
  }
  return run.length > 0 ? [...runs, run] : runs;
}

const beginsSentence = (text: string): boolean => !/^[\p{Ll},;:]/u.test(text);

/** Whether a piece such as a whole sentence in bold ends one. */
function endsSentence(piece: Inline | undefined): boolean {
  if (piece === undefined) return false;
  if (piece.kind === 'text') return /[.!?]$/.test(piece.text);
  return 'inside' in piece && endsSentence(piece.inside.at(-1));
}
