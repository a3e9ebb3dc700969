import type { Place } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';
import type { Mark, Pointer } from './mark.ts';

/** A parsed YAML file: its values, and the position of each of them. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Plain values: objects, arrays, strings, numbers, booleans. */
  readonly data: unknown;
  /**
   * The position of a value; for a missing value, that of its nearest ancestor.
   * @param at 'key' for the key of an entry of a mapping, 'value' for its value
   */
  place(pointer: Pointer, at?: 'key' | 'value'): Place;
  /** The spelling of a number, boolean or null in the file; undefined for text, lists and mappings. */
  spelling(pointer: Pointer): string | undefined;
}

/**
 * Combines the values of a file with their positions.
 * @param marks the positions, or a function that makes them on first use
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
