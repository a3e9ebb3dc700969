import type { Place } from '../findings/finding.ts';
import { lineCounter } from './line-counter.ts';
import type { Pointer } from './mark.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Finds places inside a text value of a YAML file, such as the body of an example: exactly where the value
 * stands in the file as it is (a block scalar `|`, or a scalar on one line without escapes), and else the
 * place of the value itself.
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
      // The indentation is what the line of the file has before that of the value.
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
