import { hexOf, hexOfText } from '../../text/bytes-text.ts';
import type { CapturedContent, CapturedNode } from '../tree/captured-node.ts';

/** The text of a content, and on demand its bytes as hex, if it is bytes or a notation of bytes. */
export function contentTexts(content: CapturedContent): {
  text: string | undefined;
  hex?: () => string | undefined;
} {
  switch (content.kind) {
    case 'text': {
      const text = content.text.trim();
      return { text, hex: () => hexOfText(text) };
    }
    case 'bytes':
      return { text: undefined, hex: () => hexOf(content.bytes) };
    case 'cut':
      return { text: undefined };
    default:
      return content satisfies never;
  }
}

/** The same for a node; undefined if it has no content. */
export const contentOf = ({ content }: CapturedNode): ReturnType<typeof contentTexts> | undefined =>
  content === undefined ? undefined : contentTexts(content);
