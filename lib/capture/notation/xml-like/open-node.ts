import type { CapturedAttribute, CapturedContent, CapturedNode } from '../../tree/captured-node.ts';

/** An element whose end was not read yet. */
export interface OpenNode {
  readonly tag: string;
  readonly start: number;
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  /** Where the opening tag ends. */
  readonly inside: number;
  content: CapturedContent | undefined;
  cut: boolean;
  readonly texts: string[];
  /** Where the first text begins that is more than blanks. */
  textStart: number | undefined;
  /** Whether that is on another line than what comes before it. */
  ownLine: boolean;
  /** Where the line of that text ends. */
  lineEnd: number | undefined;
  /** Whether the text goes on in other lines. */
  lines: boolean;
  /** What a printer's mark says of the text. */
  notation: 'hex' | 'text' | undefined;
}

export function openNode(
  tag: string,
  start: number,
  attributes: CapturedAttribute[],
  inside: number,
): OpenNode {
  return {
    tag,
    start,
    attributes,
    children: [],
    inside,
    content: undefined,
    cut: false,
    texts: [],
    textStart: undefined,
    ownLine: false,
    lineEnd: undefined,
    lines: false,
    notation: undefined,
  };
}

/** Adds text whose lines are not examined: of CDATA, or a `<` that begins nothing. */
export function pushText(node: OpenNode, text: string, at: number): void {
  node.textStart ??= at;
  node.lines ||= node.lineEnd !== undefined;
  node.texts.push(text);
}
