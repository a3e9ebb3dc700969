import { fromHex } from '../../../text/bytes-text.ts';
import type { CapturedContent, CapturedNode } from '../../tree/captured-node.ts';
import { elementContent } from '../../tree/element-content.ts';
import { isCutText, leftOut } from '../left-out.ts';
import type { OpenNode } from './open-node.ts';
import { trimLines } from './trim-blanks.ts';
import type { XmlText } from './xml-text.ts';

/** Makes a node of an element that ends, with its text as content. */
export function finishNode(xml: XmlText, node: OpenNode): CapturedNode {
  const { tag, attributes, children } = node;
  const raw = node.texts.length === 0 ? '' : trimLines(node.texts.join(''));
  const text = xml.decode(raw);
  let content = node.content;
  let cut = node.cut;
  const mark = node.notation === undefined ? leftOut(text) : undefined;
  if (mark !== undefined) {
    if (mark.size === undefined || children.length > 0 || content !== undefined) cut = true;
    else content = { kind: 'cut', size: mark.size };
  } else if (raw !== '' || node.notation !== undefined) {
    const textAt = node.textStart ?? node.start;
    if (content !== undefined) {
      cut = true;
      xml.report(textAt, 'xml/text-beside-mark');
    } else if (node.notation === undefined && children.length > 0) {
      xml.report(textAt, 'xml/text-beside-children');
    }
    xml.check(raw, textAt, 'text');
    content = contentOf(xml, node.notation, raw, text, cut);
  }
  return { tag, attributes, children, content, cut };
}

function contentOf(
  xml: XmlText,
  notation: OpenNode['notation'],
  raw: string,
  text: string,
  cut: boolean,
): CapturedContent {
  if (notation === 'hex' && /^[0-9a-f]*$/.test(text)) return { kind: 'bytes', bytes: fromHex(text) };
  if (notation !== undefined) return { kind: 'text', text };
  const content: CapturedContent =
    text === raw ? elementContent(text, xml.singleQuoted === true, cut) : { kind: 'text', text };
  return content.kind === 'text' && isCutText(content.text) ? { kind: 'cut', size: undefined } : content;
}
