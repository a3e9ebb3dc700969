import { hexOf } from '../../text/bytes-text.ts';
import type { CapturedContent, CapturedNode } from './captured-node.ts';
import { isHexContent } from './element-content.ts';

/**
 * Prints a node as XML, with one child per line and bytes as hex. Comments say what XML cannot: `<!-- hex -->` and
 * `<!-- text -->` if a text would be misread or is beside children, `<!-- 123 bytes -->` and `<!-- cut -->` for content
 * that was cut, `<!-- cut: name -->` for an attribute, `<!-- and more -->` for a node. The parser reads the same tree
 * back. The result is well-formed if {@link fitsXml} holds.
 */
export function printXml(node: CapturedNode): string {
  const lines: string[] = [];
  print(node, '', lines);
  return `${lines.join('\n')}\n`;
}

/** Whether a node can be written as well-formed XML: valid names, no repeated attributes, no forbidden characters. */
export function fitsXml(node: CapturedNode): boolean {
  const names = node.attributes.map(({ name }) => name);
  return (
    [node.tag, ...names].every((name) => XML_NAME.test(name)) &&
    new Set(names).size === names.length &&
    node.attributes.every(({ value }) => XML_TEXT.test(value)) &&
    (node.content?.kind !== 'text' || XML_TEXT.test(node.content.text)) &&
    node.children.every(fitsXml)
  );
}

const XML_NAME = /^[A-Za-z_:][\w.:-]*$/;
const XML_TEXT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

function print(node: CapturedNode, indent: string, lines: string[]): void {
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escaped(value, /[\t\n\r]/g)}"`);
  const marks = [...new Set(node.attributes.filter(({ cut }) => cut).map(({ name }) => name))].map(
    (name) => `<!-- cut: ${escaped(name, /-(?=-)|[<>]/g)} -->`,
  );
  if (node.cut) marks.push('<!-- and more -->');
  const start = `${indent}<${node.tag}${attributes.join('')}`;
  const inside = `${marks.join('')}${node.content === undefined ? '' : contentText(node.content, node)}`;
  if (node.children.length === 0) {
    lines.push(inside === '' ? `${start}/>` : `${start}>${inside}</${node.tag}>`);
    return;
  }
  lines.push(`${start}>${inside}`);
  for (const child of node.children) print(child, `${indent}  `, lines);
  lines.push(`${indent}</${node.tag}>`);
}

function contentText(content: CapturedContent, node: CapturedNode): string {
  switch (content.kind) {
    case 'cut':
      return content.size === undefined ? '<!-- cut -->' : `<!-- ${content.size} bytes -->`;
    case 'bytes': {
      const hex = hexOf(content.bytes);
      return isHexContent(hex, false) && node.children.length === 0 ? hex : `<!-- hex -->${hex}`;
    }
    case 'text': {
      const text = escaped(content.text, /^ | $|[\t\n\r]/g);
      // The parser reads only complete bytes of truncated hex, so such a text is marked.
      const plain =
        text !== '' &&
        node.children.length === 0 &&
        (text !== content.text || !(isHexContent(text, false) || node.cut));
      return plain ? text : `<!-- text -->${text}`;
    }
  }
}

/** Escapes what XML does not allow, and what else a pattern names. */
function escaped(text: string, also: RegExp): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(also, byNumber)
    .replace(UNWRITABLE, byNumber);
}

const byNumber = (character: string): string => `&#${character.codePointAt(0)};`;

// Control characters, characters that a reader may remove or replace by a blank, noncharacters, lone surrogates.
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\ufffe\uffff]|[\ud800-\udfff]|(?<=mailto):/gu;
