import { type MarkdownToken, markdownTokens } from '../../prose/read-markdown.ts';

/** Something in Markdown that the pages do not render. */
export interface Unrendered {
  readonly what: 'table' | 'rule' | 'image' | 'html' | 'definition';
  /** Its first line as it is written. */
  readonly written: string;
  /** Where it is in the text, in characters. */
  readonly offset: number;
}

/** The row below the heading of a table. */
const TABLE_ROW =
  /^[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ >]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$/m;

/** Elements by which people lay out a text; other names may be those of the protocol. */
const HTML =
  /<!--|<\/?(?:a|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/i;

/** What a text has that its page shows as it is written, or leaves out, in the order of the text. */
export function unrenderedMarkdown(text: string): readonly Unrendered[] {
  const tokens = markdownTokens(text) ?? [];
  const targets = new Set(tokens.flatMap(targetsIn));
  let start = 0;
  return tokens.flatMap((token) => {
    let from = start;
    start += token.raw.length;
    return [...pieces(token, targets)].map(({ what, piece }): Unrendered => {
      const [written = ''] = piece.trim().split('\n');
      const found = text.indexOf(written, from);
      const offset = found === -1 ? from : found;
      from = offset + written.length;
      return { what, written, offset };
    });
  });
}

interface Piece {
  readonly what: Unrendered['what'];
  readonly piece: string;
}

function* pieces(token: MarkdownToken, targets: ReadonlySet<string>): Generator<Piece> {
  const { type, raw, href, tokens, items } = token;
  const inside = [...(tokens ?? []), ...(items ?? [])];
  switch (type) {
    case 'hr':
      yield { what: 'rule', piece: raw };
      break;
    case 'def':
      if (!targets.has(href ?? '')) yield { what: 'definition', piece: raw };
      break;
    case 'image':
      yield { what: 'image', piece: raw };
      break;
    case 'paragraph':
    case 'text': {
      const [row] = (tokens === undefined ? undefined : TABLE_ROW.exec(raw)) ?? [];
      if (row !== undefined) yield { what: 'table', piece: row };
      const [html] = (tokens === undefined ? HTML.exec(raw) : undefined) ?? [];
      if (html !== undefined) yield { what: 'html', piece: html };
      break;
    }
    default:
  }
  if (type !== 'image') for (const one of inside) yield* pieces(one, targets);
}

/** The addresses of the links that name a definition of an address, rather than the address itself. */
function targetsIn({ type, raw, href, tokens = [], items = [] }: MarkdownToken): readonly string[] {
  const own = type === 'link' && href !== undefined && raw.endsWith(']') ? [href] : [];
  return [...own, ...[...tokens, ...items].flatMap(targetsIn)];
}
