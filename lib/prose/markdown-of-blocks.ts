import type { Inline } from './inline.ts';
import { markdownBlock, markdownCode, markdownLink, markdownText } from './markdown-text.ts';
import type { Block } from './read-markdown.ts';

/** Where a link leads. */
type To = (name: string) => string | undefined;

/**
 * Markdown from the data, written anew: only what is known to be harmless is markup.
 * @param to where a link leads; its words stay where it leads nowhere
 */
export function markdownOfBlocks(list: readonly Block[], to: To): string[] {
  return list.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return [line(block.inside, to)];
      case 'heading':
        return [`${'#'.repeat(block.level + 2)} ${line(block.inside, to)}`];
      case 'code':
        return [markdownBlock(block.text)];
      case 'quote':
        return [indented(markdownOfBlocks(block.inside, to).join('\n\n'), '> ')];
      case 'list':
        return [
          block.items
            .map((item, i) => {
              const mark = block.start === undefined ? '- ' : `${block.start + i}. `;
              const text = markdownOfBlocks(item, to).join('\n\n');
              return `${mark}${indented(text, ' '.repeat(mark.length)).trimStart()}`;
            })
            .join('\n'),
        ];
      default:
        return block satisfies never;
    }
  });
}

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

const line = (inside: readonly Inline[], to: To): string =>
  inside
    .map((one): string => {
      switch (one.kind) {
        case 'text':
          return spaced(one.text);
        case 'code':
          return markdownCode(one.text);
        case 'break':
          return ' ';
        case 'statement':
          return line(one.inside, to);
        case 'emphasis':
          return `*${line(one.inside, to)}*`;
        case 'strong':
          return `**${line(one.inside, to)}**`;
        case 'link': {
          const url = to(one.to);
          const words = line(one.inside, to);
          return url === undefined ? words : markdownLink(words, url);
        }
        default:
          return one satisfies never;
      }
    })
    .join('');

/** Text between other pieces keeps a space at its ends. */
const spaced = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${markdownText(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;
