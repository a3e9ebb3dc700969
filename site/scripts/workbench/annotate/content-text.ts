import type { CapturedContent } from '../../../../lib/capture/tree/captured-node.ts';
import { hexOf } from '../../../../lib/text/bytes-text.ts';
import { pluralized } from '../../../../lib/text/counted.ts';
import { clipValue } from '../messages/clip-value.ts';

/** The content of a node for the page: its text, its first bytes in hex, or that it was cut off. */
export function contentText(content: CapturedContent): string {
  switch (content.kind) {
    case 'text':
      return clipValue(content.text);
    case 'bytes': {
      const { length } = content.bytes;
      const hex = hexOf(content.bytes.subarray(0, 24));
      return `${hex}${length > 24 ? '…' : ''} (${length} ${pluralized(length, 'byte')})`;
    }
    case 'cut':
      return content.size === undefined ? '(cut off)' : `(${content.size} bytes, cut off)`;
    default:
      return content satisfies never;
  }
}
