import { hexOf, hexOfText } from '../../text/bytes-text.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/**
 * The text of the content of a node, and on demand its bytes as hex, if it is bytes or a notation of bytes; undefined for
 * a node without content.
 */
export function contentOf({ content }: CapturedNode):
  | {
      text: string | undefined;
      hex?: () => string | undefined;
    }
  | undefined {
  if (content === undefined) return undefined;
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
