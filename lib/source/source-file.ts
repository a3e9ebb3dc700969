import type { Place } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';
import type { Mark, Pointer } from './mark.ts';

/** A YAML file that was read: its values, and where each of them stands. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Plain values: objects, arrays, strings, numbers, booleans. */
  readonly data: unknown;
  /**
   * Where a value stands. What is not there is looked for at its nearest ancestor.
   * @param at 'key' for the key of a mapping's entry, 'value' for the value
   */
  place(pointer: Pointer, at?: 'key' | 'value'): Place;
  /** How a number, boolean or null is spelled in the file; undefined for text, lists and mappings. */
  spelling(pointer: Pointer): string | undefined;
}

/**
 * Joins the values of a file with the places at which they stand.
 * @param marks the places, or how to get them when the first is asked for
 */
export function sourceFile(
  file: string,
  text: string,
  data: unknown,
  marks: Mark | (() => Mark),
): SourceFile {
  const position = lineCounter(text);
  let root = typeof marks === 'function' ? undefined : marks;
  const nearest = (pointer: Pointer): { mark: Mark; found: boolean } => {
    root ??= (marks as () => Mark)();
    let mark = root;
    for (const step of pointer) {
      const next = mark.items?.get(step);
      if (next === undefined) return { mark, found: false };
      mark = next;
    }
    return { mark, found: true };
  };
  return {
    file,
    text,
    data,
    place(pointer, at = 'value') {
      const { mark } = nearest(pointer);
      return { file, ...position(at === 'key' ? (mark.key ?? mark.value) : mark.value) };
    },
    spelling(pointer) {
      const { mark, found } = nearest(pointer);
      return found ? mark.spelling : undefined;
    },
  };
}
