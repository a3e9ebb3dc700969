import type { ExampleLink } from '../../../lib/corpus/match/match-example.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Token } from './highlight.ts';
import type { Piece } from './piece.ts';

/** A name in code with the address that it links to. */
export interface PlacedLink {
  readonly start: number;
  readonly end: number;
  readonly href: string | undefined;
}

/** Adds links to coloured lines: names link to the facts that define them. */
export function linkedLines(
  lines: readonly (readonly Token[])[],
  links: readonly (ExampleLink | PlacedLink)[],
): Piece[][] {
  return lines.map((line) => line.flatMap((token) => linkedPieces(token, links)));
}

function linkedPieces({ text, role, offset }: Token, links: readonly (ExampleLink | PlacedLink)[]): Piece[] {
  const pieces: Piece[] = [];
  let at = offset;
  const end = offset + text.length;
  const upTo = (next: number, href?: string): void => {
    if (next > at) pieces.push({ text: text.slice(at - offset, next - offset), role, href });
    at = Math.max(at, next);
  };
  for (const link of links) {
    if (link.end <= at || link.start >= end) continue;
    upTo(link.start);
    upTo(Math.min(link.end, end), 'href' in link ? link.href : fragment(link.anchor));
  }
  upTo(end);
  return pieces;
}
