import { toBase64 } from '../../text/bytes-text.ts';
import type { CapturedContent, CapturedNode } from './captured-node.ts';

/**
 * Prints a node as the JSON of a `BinaryNode`: `tag`, `attrs`, `content`, with bytes as a `Buffer` in base64. Keys that
 * a `BinaryNode` does not have mark what a log cut off: `cut` for a node, `cutAttrs` with the names of attributes, and
 * `{"type":"Cut","size":123}` for content. Content beside children becomes the first of them. Repeated names are kept.
 * The parser reads the same tree back.
 */
export function printJson(node: CapturedNode): string {
  return `${print(node, '')}\n`;
}

function print(node: CapturedNode, indent: string): string {
  const inner = `${indent}  `;
  const lines = [`"tag": ${quoted(node.tag)}`];
  const attributes = node.attributes.map(({ name, value }) => `${inner}  ${quoted(name)}: ${quoted(value)}`);
  lines.push(`"attrs": ${attributes.length === 0 ? '{}' : `{\n${attributes.join(',\n')}\n${inner}}`}`);
  const cutNames = [...new Set(node.attributes.filter(({ cut }) => cut).map(({ name }) => name))];
  if (cutNames.length > 0) lines.push(`"cutAttrs": [${cutNames.map(quoted).join(', ')}]`);
  if (node.cut) lines.push('"cut": true');
  const content = node.content === undefined ? undefined : contentJson(node.content);
  if (node.children.length > 0) {
    const items = node.children.map((child) => `${inner}  ${print(child, `${inner}  `)}`);
    if (content !== undefined) items.unshift(`${inner}  ${content}`);
    lines.push(`"content": [\n${items.join(',\n')}\n${inner}]`);
  } else if (content !== undefined) lines.push(`"content": ${content}`);
  return `{\n${inner}${lines.join(`,\n${inner}`)}\n${indent}}`;
}

function contentJson(content: CapturedContent): string {
  switch (content.kind) {
    case 'text':
      return quoted(content.text);
    case 'bytes':
      return `{ "type": "Buffer", "data": "${toBase64(content.bytes)}" }`;
    case 'cut':
      return content.size === undefined ? '{ "type": "Cut" }' : `{ "type": "Cut", "size": ${content.size} }`;
  }
}

/** A quoted text, with escapes for what the parser would remove or misread. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]|<(?=[^\s<>"]*@|br\b)|(?<=mailto):|&/gi,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
