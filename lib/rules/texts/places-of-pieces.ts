import type { Place } from '../../findings/finding.ts';
import type { Pointer } from '../../source/mark.ts';
import { placesInText } from '../../source/places-in-text.ts';
import type { SourceFile } from '../../source/source-file.ts';

/**
 * Finds the places of pieces of a text, such as its links, that are asked for in their order. A piece that goes over lines
 * of a list or a quote has its place at its first line, if nothing before it looks the same.
 * @param text the value at the pointer
 */
export function placesOfPieces(source: SourceFile, at: Pointer, text: string): (piece: string) => Place {
  const placeOf = placesInText(source, at, text);
  let from = 0;
  return (piece) => {
    const [line = ''] = piece.trimStart().split('\n');
    const found = text.indexOf(line, from);
    if (found === -1) return placeOf(from);
    from = found + line.length;
    return placeOf(found);
  };
}
