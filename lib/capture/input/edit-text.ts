/** A part of a text, and what stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** A text after some edits. */
export interface Edited {
  readonly text: string;
  /** The offset in the original of an offset into the text. */
  readonly toOriginal: (offset: number) => number;
}

/**
 * Edits a text, and finds the way back from the result.
 * @param edits in their order, none inside of another
 */
export function editText(original: string, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return { text: original, toOriginal: (offset) => offset };
  const parts: string[] = [];
  // For each part, where it begins in the text and in the original, and whether it stands there as it is.
  const starts: number[] = [];
  const originals: number[] = [];
  const kept: boolean[] = [];
  let length = 0;
  let last = 0;
  const add = (part: string, from: number, asItIs: boolean): void => {
    if (part === '' && parts.length > 0) return;
    starts.push(length);
    originals.push(from);
    kept.push(asItIs);
    parts.push(part);
    length += part.length;
  };
  for (const { start, end, text = '' } of edits) {
    add(original.slice(last, start), last, true);
    if (text !== '') add(text, start, false);
    last = end;
  }
  add(original.slice(last), last, true);
  return {
    text: parts.join(''),
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return (originals[low] ?? 0) + (kept[low] === true ? offset - (starts[low] ?? 0) : 0);
    },
  };
}

/** The edits that a pattern makes in a text. */
export function editsOf(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const by = replace(match as RegExpExecArray);
    if (by !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, text: by });
  }
  return edits;
}
