import { lastAtMost } from '../../source/line-counter.ts';

/** A part of a text and its replacement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** An edited text. */
export interface Edited {
  readonly text: string;
  /** Maps an offset in the edited text to the original. */
  readonly toOriginal: (offset: number) => number;
}

/**
 * Applies edits to a text.
 * @param edits in order, without overlaps
 * @returns the result, with a map of its offsets to the original
 */
export function editText(original: string, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return { text: original, toOriginal: (offset) => offset };
  const parts: string[] = [];
  // For each part, where it begins in the result and in the original, and whether it is copied from there.
  const starts: number[] = [];
  const originals: number[] = [];
  const kept: boolean[] = [];
  let length = 0;
  let last = 0;
  const add = (part: string, from: number, copied: boolean): void => {
    if (part === '' && parts.length > 0) return;
    starts.push(length);
    originals.push(from);
    kept.push(copied);
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
      const part = lastAtMost(starts, offset);
      return (originals[part] ?? 0) + (kept[part] === true ? offset - (starts[part] ?? 0) : 0);
    },
  };
}

/** The edits that replace the matches of a pattern; undefined keeps a match. */
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
