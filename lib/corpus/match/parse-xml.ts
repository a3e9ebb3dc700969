import { SaxesParser } from 'saxes';
import { clip } from '../../text/clip.ts';

/** An attribute of an element. Offsets are those of its name. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An element of an example. Offsets are into the text that was parsed, in UTF-16 units. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** The offsets of the tag's name in the opening tag. */
  readonly start: number;
  readonly end: number;
  /** The offset of the tag's name in the closing tag; undefined if there is none. */
  readonly closeStart: number | undefined;
}

export type ParsedXml =
  | { readonly root: XmlNode }
  | { readonly error: { readonly offset: number; readonly reason: string } };

/** The maximum depth of nested elements. */
export const MAX_XML_DEPTH = 64;

/**
 * Parses the XML of an example: one outermost element, strictly well-formed. Comments are allowed; document types and
 * processing instructions are not.
 * @returns the outermost element, or the first error with its offset. Never throws.
 */
export function parseXml(text: string): ParsedXml {
  try {
    return { root: parse(text) };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { error: { offset: Math.max(0, Math.min(stop.offset, text.length)), reason: stop.message } };
  }
}

/** Ends parsing at the first error: the parser itself would continue. */
class Stop extends Error {
  readonly offset: number;
  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
  }
}

interface OpenNode {
  readonly tag: string;
  readonly attributes: XmlAttribute[];
  readonly children: XmlNode[];
  text: string;
  readonly start: number;
  readonly end: number;
  closeStart: number | undefined;
}

function parse(text: string): XmlNode {
  const parser = new SaxesParser({ position: false });
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  // The end of the last name or value inside a tag, after which the next attribute begins.
  let cursor = 0;
  // The end of the last comment or element, after which text outside of the outermost element would begin.
  let outside = 0;

  parser.on('error', ({ message }) => {
    if (message.startsWith('text data outside')) {
      const offset = outside + Math.max(0, text.slice(outside).search(/\S/));
      throw new Stop(offset, 'there is text outside of the element');
    }
    throw new Stop(...explain(message, text, parser.position, open));
  });
  parser.on('comment', () => {
    // Called before the > that ends it.
    outside = parser.position + 1;
  });
  parser.on('doctype', () => {
    throw new Stop(text.lastIndexOf('<!DOCTYPE', parser.position - 1), 'a document type is not allowed');
  });
  parser.on('processinginstruction', () => {
    throw new Stop(text.lastIndexOf('<?', parser.position - 1), 'a processing instruction is not allowed');
  });
  parser.on('opentagstart', ({ name }) => {
    const start = text.lastIndexOf(`<${name}`, parser.position - 1) + 1;
    if (open.length === MAX_XML_DEPTH) {
      throw new Stop(start, `elements are nested deeper than ${MAX_XML_DEPTH} levels`);
    }
    const end = start + name.length;
    const node = { tag: name, attributes: [], children: [], text: '', start, end, closeStart: undefined };
    cursor = end;
    open.at(-1)?.children.push(node);
    if (open.length === 0) root ??= node;
    open.push(node);
  });
  parser.on('attribute', ({ name, value }) => {
    const start = text.indexOf(name, cursor);
    open.at(-1)?.attributes.push({ name, value, start, end: start + name.length });
    cursor = parser.position;
  });
  const addText = (part: string): void => {
    const node = open.at(-1);
    if (node !== undefined) node.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ isSelfClosing }) => {
    const node = open.pop();
    outside = parser.position;
    if (node === undefined || isSelfClosing) return;
    // Also called for elements that the closing tag of another one ends.
    const closing = closingAt(text, parser.position);
    if (closing.name !== node.tag) {
      const due = `</${clip(node.tag, 60)}> is expected`;
      throw new Stop(closing.start - 2, `</${clip(closing.name, 60)}> is used where ${due}`);
    }
    node.closeStart = closing.start;
  });
  parser.write(text).close();
  // Never reached: the parser refuses a text without an element.
  if (root === undefined) throw new Stop(0, 'there is no element');
  return root;
}

function explain(
  message: string,
  text: string,
  position: number,
  open: readonly OpenNode[],
): [offset: number, reason: string] {
  const inner = open.at(-1);
  if (message.startsWith('unmatched closing tag')) {
    const { start, name } = closingAt(text, position);
    return [start - 2, `</${clip(name, 60)}> closes nothing: no element is open`];
  }
  if (message.startsWith('unclosed tag')) {
    // The parser reads everything after a lone & up to the next semicolon as a name.
    const lone = text.lastIndexOf('&');
    if (lone > text.lastIndexOf(';')) return [lone, 'a single & is not allowed; write &amp;'];
    return [inner?.start ?? 0, `<${clip(inner?.tag ?? '', 60)}> is not closed`];
  }
  if (message.startsWith('duplicate attribute')) {
    const seen = new Set<string>();
    const second = inner?.attributes.find(({ name }) => seen.has(name) || !seen.add(name));
    const name = clip(second?.name ?? '', 60);
    return [second?.start ?? position - 1, `the tag has the attribute ${name} twice`];
  }
  if (message.startsWith('documents may contain only one root')) {
    return [text.lastIndexOf('<', position - 1) + 1, 'there is a second outermost element'];
  }
  if (message.startsWith('document must contain')) return [0, 'there is no element'];
  if (message.includes('entity')) {
    return [text.lastIndexOf('&', position - 1), clip(message.replace(/\.$/, ''))];
  }
  return [position - 1, clip(message.replace(/\.$/, ''))];
}

/** The closing tag that ends at a position: its name and the offset of that. */
function closingAt(text: string, position: number): { start: number; name: string } {
  const start = text.lastIndexOf('</', position - 1) + 2;
  return { start, name: text.slice(start, position).replace(/\s*>.*$/s, '') };
}
