import type { Leg } from '../../../lib/corpus/match/leg.ts';
import { type ExampleLink, matchExample } from '../../../lib/corpus/match/match-example.ts';
import { matchTarget } from '../../../lib/corpus/match/match-node.ts';
import { parseXml } from '../../../lib/corpus/match/parse-xml.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Example, Prose, Stanza } from '../../../lib/schema/types.generated.ts';
import type { Token } from './highlight.ts';
import type { Piece } from './piece.ts';

/** An example as it is shown. */
export interface ExampleView {
  readonly anchor: string;
  readonly title: string;
  /** Which leg it shows, in words. */
  readonly leg: string | undefined;
  readonly note: Prose | undefined;
  readonly format: Example['format'];
  readonly body: string;
  /** Which fact defines each tag and attribute of it. */
  readonly links: readonly ExampleLink[];
}

/** The examples of a stanza, linked to the facts that they show. */
export function exampleViews({ id, examples = [] }: Stanza, corpus: Corpus): ExampleView[] {
  const valuesOf = (id: string): string[] | undefined =>
    corpus.definitions.enum.get(id)?.data.values.map(({ value }) => value);
  return examples.map(({ title, note, format, body, leg }, i) => {
    const text = body.replace(/\s+$/, '');
    const parsed = format === 'xml' ? parseXml(text) : undefined;
    const links =
      parsed !== undefined && 'root' in parsed
        ? matchExample(parsed.root, matchTarget(corpus, id), valuesOf, { leg }).links
        : [];
    return { anchor: `~example-${i + 1}`, title, leg: legWords(leg), note, format, body: text, links };
  });
}

const legWords = (leg: Leg | undefined): string | undefined =>
  leg === undefined ? undefined : leg === 'sent' ? 'As the sender writes it' : 'As the server delivers it';

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
