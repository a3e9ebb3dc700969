import { codePointAt } from './code-point-at.ts';
import type { StringValue } from './value.ts';

/**
 * Maps offsets in a string to the text that it was read from, across escapes and joined pieces.
 * @returns a function that must be called with ascending offsets
 */
export function stringPlaces(text: string, value: StringValue): (offset: number) => number {
  if (value.plain) return (offset) => value.start + 1 + offset;
  let quote = text[value.start];
  let at = value.start + 1;
  let read = 0;
  return (offset) => {
    while (read < offset && at < value.end) {
      const character = text[at];
      if (character === quote) {
        // The joint: ' + '
        do at++;
        while (at < value.end && !`'"\``.includes(text[at] ?? ''));
        quote = text[at];
        at++;
        continue;
      }
      if (character === '\\') {
        const named = codePointAt(text, at, value.end);
        if (named !== undefined) {
          at += named.length;
          read += named.character.length;
          continue;
        }
        const known = /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})/.exec(text.slice(at, at + 6))?.[0];
        const broken = known === undefined && /[ux]/.test(text[at + 1] ?? '');
        at += known?.length ?? 2;
        // As the reader leaves it.
        read += broken ? 2 : 1;
        continue;
      }
      at++;
      read++;
    }
    if (text[at] === quote && at + 1 < value.end) {
      const joint = /^.\s*\+\s*["'`]/.exec(text.slice(at, Math.min(at + 200, value.end)))?.[0];
      if (joint !== undefined) return at + joint.length;
    }
    return Math.min(at, value.end);
  };
}
