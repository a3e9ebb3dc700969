import { Marked, type Token, type Tokens, type TokensList } from 'marked';
import { decodeEntities } from './decode-entities.ts';
import type { Inline } from './inline.ts';
import { splitSentences } from './split-sentences.ts';

type Of<K extends Inline['kind']> = Extract<Inline, { kind: K }>;

/** A block of Markdown. */
export type Block =
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  /** The level is 1 for the highest heading of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; undefined for bullets. */
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    };

/** The words of RFC 2119 by which a sentence is a statement. */
const STATEMENT = /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b/;

/** Deeper nesting is shown as text: nobody can read it, and parsers need long for it. */
const MAX_DEPTH = 12;

// HTML, images and whatever else is not in the list of blocks and pieces is text.
const marked = new Marked({
  gfm: false,
  tokenizer: { html: () => undefined, tag: () => undefined, autolink: () => undefined },
});

/** A piece of Markdown as it is parsed: of the parser's tokens what rules look at. */
export interface MarkdownToken {
  readonly type: string;
  readonly raw: string;
  readonly href?: string;
  readonly tokens?: readonly MarkdownToken[];
  readonly items?: readonly MarkdownToken[];
}

/** The tokens of a text; undefined for one that nobody can read, and that parsers need long for. */
export const markdownTokens = (text: string): readonly MarkdownToken[] | undefined => tokensOf(text);

function tokensOf(text: string): TokensList | undefined {
  const lines = text.replaceAll('\r\n', '\n');
  return isTooDeep(lines) ? undefined : marked.lexer(lines);
}

/**
 * Markdown as blocks: paragraphs, headings, lists, quotes and code; in their lines code, emphasis and links. Everything
 * else, such as HTML and images, is text as it is written. What is nested too deep to be read is one paragraph.
 * @param firstStatement the number of the first statement
 */
export function readMarkdown(text: string, firstStatement = 1): readonly Block[] {
  let next = firstStatement;
  const paragraph = (inside: readonly Inline[]): Block => {
    if (!STATEMENT.test(wordsOfLine(inside))) return { kind: 'paragraph', inside };
    const sentences = splitSentences(inside).flatMap((sentence): readonly Inline[] =>
      STATEMENT.test(wordsOfLine(sentence))
        ? [{ kind: 'statement', number: next++, inside: sentence }]
        : sentence,
    );
    return { kind: 'paragraph', inside: sentences };
  };
  const tokens = tokensOf(text);
  if (tokens === undefined) return [paragraph([{ kind: 'text', text: text.replaceAll('\r\n', '\n') }])];
  const top = Math.min(...tokens.flatMap((one) => (one.type === 'heading' ? [one['depth'] as number] : [])));

  const blockOf = (token: Token, depth: number): Block[] => {
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return [];
      case 'heading': {
        const { depth: level, tokens: inside } = token as Tokens.Heading;
        return [{ kind: 'heading', level: levelOf(level - top + 1), inside: inlinesOf(inside, 0) }];
      }
      case 'code':
        return [{ kind: 'code', text: (token as Tokens.Code).text }];
      case 'blockquote':
        return [{ kind: 'quote', inside: blocksOf((token as Tokens.Blockquote).tokens, depth + 1) }];
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        return [
          {
            kind: 'list',
            start: ordered && typeof start === 'number' ? start : undefined,
            items: items.map((item) => blocksOf(item.tokens, depth + 1)),
          },
        ];
      }
      default: {
        const { tokens: inside } = token as Tokens.Paragraph;
        return [paragraph(inside === undefined ? [{ kind: 'text', text: token.raw }] : inlinesOf(inside, 0))];
      }
    }
  };
  const blocksOf = (list: readonly Token[], depth: number): Block[] =>
    depth > MAX_DEPTH
      ? [paragraph([{ kind: 'text', text: list.map(({ raw }) => raw).join('') }])]
      : list.flatMap((token) => blockOf(token, depth));
  return blocksOf(tokens, 0);
}

const levelOf = (level: number): 1 | 2 | 3 => (level <= 1 ? 1 : level === 2 ? 2 : 3);

function inlinesOf(tokens: readonly Token[], depth: number): Inline[] {
  const pieces = tokens.flatMap((token): Inline[] => {
    if (depth > MAX_DEPTH) return [{ kind: 'text', text: token.raw }];
    const inside = (): Inline[] => inlinesOf((token as Tokens.Strong).tokens, depth + 1);
    switch (token.type) {
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'strong':
        return [{ kind: 'strong', inside: inside() }];
      case 'em':
        return [{ kind: 'emphasis', inside: inside() }];
      case 'link':
        return [{ kind: 'link', to: (token as Tokens.Link).href, written: token.raw, inside: inside() }];
      case 'br':
        return [{ kind: 'break' }];
      case 'escape':
        return [{ kind: 'text', text: (token as Tokens.Escape).text }];
      case 'text':
        return [{ kind: 'text', text: decodeEntities(token.raw) }];
      default:
        return [{ kind: 'text', text: token.raw }];
    }
  });
  return joined(pieces);
}

/** Pieces of plain text that follow each other become one, so that a sentence is seen as a whole. */
function joined(pieces: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      all.splice(-1, 1, { kind: 'text', text: last.text + piece.text });
    else all.push(piece);
  }
  return all;
}

/** Whether lists or quotes are nested deeper than is shown, or a line has more brackets than a person writes. */
const isTooDeep = (text: string): boolean =>
  text.split('\n').some((line) => {
    const opening = /^(?:\s*(?:>|[-*+](?=\s)))*/.exec(line)?.[0] ?? '';
    return opening.replace(/\s/g, '').length > MAX_DEPTH || (line.match(MARKS)?.length ?? 0) > MAX_MARKS;
  });

const MARKS = /[[\]*_`<!\\]/g;

/** More marks in one line than this are no text: parsers look for the partner of each. */
const MAX_MARKS = 400;

/**
 * The words of a line.
 * @param codeWords what stands for its code: a word in it, such as MUST, makes no statement
 */
export function wordsOfLine(
  inside: readonly Inline[],
  codeWords: (text: string) => string = () => ' ',
): string {
  return inside
    .map((one) => {
      switch (one.kind) {
        case 'text':
          return one.text;
        case 'code':
          return codeWords(one.text);
        case 'break':
          return ' ';
        default:
          return wordsOfLine(one.inside, codeWords);
      }
    })
    .join('');
}

/** The statements of a text, in their order, wherever they are nested. */
export const statementsIn = (blocks: readonly Block[]): readonly Of<'statement'>[] =>
  piecesIn(blocks).filter((one) => one.kind === 'statement');

/** The links of a text, in their order. */
export const linksIn = (blocks: readonly Block[]): readonly Of<'link'>[] =>
  piecesIn(blocks).filter((one) => one.kind === 'link');

/** Every piece of every line of a text. */
function piecesIn(blocks: readonly Block[]): readonly Inline[] {
  const ofLine = (inside: readonly Inline[]): readonly Inline[] =>
    inside.flatMap((one) => ('inside' in one ? [one, ...ofLine(one.inside)] : [one]));
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return ofLine(block.inside);
      case 'quote':
        return piecesIn(block.inside);
      case 'list':
        return block.items.flatMap(piecesIn);
      case 'code':
        return [];
      default:
        return block satisfies never;
    }
  });
}
