import type { Place } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';
import type { Pointer } from './mark.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Finds positions inside a text value of a YAML file, such as the body of an example: exact if the file contains the
 * value literally (a block scalar `|`, or a scalar on one line without escapes), and otherwise the position of the
 * value itself.
 * @param text the value at the pointer
 */
export function placesInText(source: SourceFile, pointer: Pointer, text: string): (offset: number) => Place {
  const start = source.place(pointer);
  const lines = source.text.split(/\r?\n/);
  const position = lineCounter(text);
  const first = (lines[start.line - 1] ?? '').slice(start.column - 1);
  const textLines = text.split('\n');
  return (offset) => {
    const { line, column } = position(Math.max(0, Math.min(offset, text.length)));
    if (first.startsWith('|')) {
      // The indentation is what precedes the value on its line of the file.
      const wanted = textLines[line - 1] ?? '';
      const found = lines[start.line - 1 + line];
      if (found?.endsWith(wanted)) {
        return { file: start.file, line: start.line + line, column: found.length - wanted.length + column };
      }
    } else if (textLines.length === 1) {
      const quote = /^["']/.test(first) ? 1 : 0;
      if (first.startsWith(text, quote)) return { ...start, column: start.column + quote + column - 1 };
    }
    return start;
  };
}
