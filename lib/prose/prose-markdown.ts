import { markdownCode, markdownLink, markdownText } from './markdown-text.ts';
import { type ProsePart, parseProse } from './parse-prose.ts';

/** Prose as paragraphs of Markdown; only the markup of prose takes effect. */
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
      // markdownText trims, but spaces beside markup are part of the text.
      const [before, after] = [/^\s/.test(part.text) ? ' ' : '', /\S\s+$/.test(part.text) ? ' ' : ''];
      // An exclamation mark before a link would make it an image.
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
