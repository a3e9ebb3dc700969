import { leftOut } from '../left-out.ts';
import { decodeEntities } from './decode-entities.ts';
import type { OpenNode } from './open-node.ts';

/**
 * Reads a comment that a printer writes: that of whatsmeow for bytes, or one of print-xml.ts, whose inverse this is.
 * @returns whether it is one
 */
export function readPrinterMark(mark: string, node: OpenNode): boolean {
  const size = /^(\d{1,15}) bytes?$/.exec(mark)?.[1];
  if (size !== undefined) node.content = { kind: 'cut', size: Number(size) };
  else if (mark === 'cut') node.content = { kind: 'cut', size: undefined };
  else if (mark === 'and more' || leftOut(mark) !== undefined || leftOut(`[${mark}]`) !== undefined)
    node.cut = true;
  else if (mark === 'hex' || mark === 'text') node.notation = mark;
  else if (mark.startsWith('cut: ')) {
    const name = decodeEntities(mark.slice(5));
    for (const [index, attribute] of node.attributes.entries()) {
      if (attribute.name === name) node.attributes[index] = { ...attribute, cut: true };
    }
  } else return false;
  return true;
}
