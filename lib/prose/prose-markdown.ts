import { markdownCode, markdownLink, markdownText } from './markdown-text.ts';
import { type ProsePart, parseProse } from './parse-prose.ts';

/** Prose as paragraphs of Markdown, with the markup that prose has and no other. */
export function proseMarkdown(text: string): string {
  return parseProse(text).map(partsMarkdown).join('\n\n');
}

/** As {@link proseMarkdown}, on one line: for lists and tables. */
export function proseMarkdownLine(text: string): string {
  return parseProse(text).map(partsMarkdown).join(' ');
}

const partsMarkdown = (parts: readonly ProsePart[]): string => parts.map(partMarkdown).join('');

function partMarkdown(part: ProsePart): string {
  switch (part.kind) {
    case 'text': {
      // Blanks beside markup are part of the text; at the ends of a paragraph there are none.
      const [before, after] = [/^\s/.test(part.text) ? ' ' : '', /\S\s+$/.test(part.text) ? ' ' : ''];
      // An exclamation mark before a link would make an image of it.
      return `${before}${markdownText(part.text).replace(/!$/, '\\!')}${after}`;
    }
    case 'code':
      return markdownCode(part.text);
    case 'emphasis':
      return `*${partsMarkdown(part.parts)}*`;
    case 'strong':
      return `**${partsMarkdown(part.parts)}**`;
    case 'link':
      return markdownLink(partsMarkdown(part.parts), part.url);
    default:
      return part satisfies never;
  }
}
