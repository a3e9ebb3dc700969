import { type ProsePart, parseProse } from '../../../lib/prose/parse-prose.ts';
import { withLf } from '../../../lib/source/with-lf.ts';

/** A block of Markdown, of the kinds that our own texts use. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly parts: readonly ProsePart[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly ProsePart[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly ProsePart[])[])[];
    };

/**
 * Splits one of our own Markdown texts into blocks: headings, paragraphs, lists of one level, fenced code, tables. Inside
 * a block, the markup of prose is understood.
 * @param home the address of the published site; links to its pages become links to `page`
 * @throws for any other Markdown, so that nothing is shown wrongly without notice
 */
export function markdownBlocks(
  text: string,
  home: string | undefined,
  page: (path: string) => string,
): MarkdownBlock[] {
  const inline = (lines: readonly string[]): ProsePart[] =>
    parseProse(lines.map((line) => line.trim()).join(' '))
      .flat()
      .map((part) => local(part, home, page));
  const blocks: MarkdownBlock[] = [];
  const lines = withLf(text).split('\n');
  let at = 0;
  const take = (more: (line: string) => boolean): string[] => {
    const start = at;
    while (at < lines.length && more(lines[at] ?? '')) at++;
    return lines.slice(start, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const marker = /^(?:-|\d+\.) /;
    if (line.trim() === '') at++;
    else if (heading !== null) {
      const [, marks = '', title = ''] = heading;
      const anchor = `~${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      blocks.push({ kind: 'heading', level: marks.length as 1 | 2 | 3, text: title, anchor });
      at++;
    } else if (line.startsWith('```')) {
      at++;
      blocks.push({ kind: 'code', text: take((one) => one !== '```').join('\n') });
      at++;
    } else if (line.startsWith('|')) {
      const [head = [], , ...rows] = take((one) => one.startsWith('|')).map(cellsOf);
      blocks.push({ kind: 'table', head, rows: rows.map((row) => row.map((cell) => inline([cell]))) });
    } else if (marker.test(line)) {
      const ordered = !line.startsWith('-');
      const items: string[][] = [];
      for (const one of take((next) => marker.test(next) || /^ {2,}\S/.test(next))) {
        if (marker.test(one)) items.push([one.replace(marker, '')]);
        else items.at(-1)?.push(one);
      }
      blocks.push({ kind: 'list', ordered, items: items.map(inline) });
    } else if (/^(?:[>+*] |#{4}|!\[|<| {4})/.test(line)) {
      throw new Error(`This text is read by a page that does not know “${line.slice(0, 40)}”.`);
    } else {
      const words = take(
        (next) => next.trim() !== '' && !/^(?:```|\||#{1,3} )/.test(next) && !marker.test(next),
      );
      blocks.push({ kind: 'paragraph', parts: inline(words) });
    }
  }
  return blocks;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Turns links to pages of the published site into links to the same pages of this site. */
function local(part: ProsePart, home: string | undefined, page: (path: string) => string): ProsePart {
  if (!('parts' in part)) return part;
  const parts = part.parts.map((one) => local(one, home, page));
  if (part.kind !== 'link' || home === undefined || !part.url.startsWith(home)) return { ...part, parts };
  return { ...part, url: page(part.url.slice(home.length)), parts };
}
