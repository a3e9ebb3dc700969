import type { CapturedContent, CapturedNode } from './captured-node.ts';
import { toBase64 } from './parse-content.ts';

/**
 * Prints a node as the JSON of a `BinaryNode`: `tag`, `attrs`, `content`, with bytes as a `Buffer` in base64.
 * What a log cut off is said by keys that a `BinaryNode` does not have, and which the parser knows: `cut` of a
 * node, `cutAttrs` with the names of its attributes, `{"type":"Cut","size":123}` as content. Content beside
 * children, which logs do not have, stands as the first of them. A name that comes twice stands twice.
 * The parser reads it back as the same tree.
 */
export function printJson(node: CapturedNode): string {
  return `${print(node, '')}\n`;
}

function print(node: CapturedNode, indent: string): string {
  const inner = `${indent}  `;
  const lines = [`"tag": ${JSON.stringify(node.tag)}`];
  const attributes = node.attributes.map(
    ({ name, value }) => `${inner}  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  lines.push(`"attrs": ${attributes.length === 0 ? '{}' : `{\n${attributes.join(',\n')}\n${inner}}`}`);
  const cutNames = [...new Set(node.attributes.filter(({ cut }) => cut).map(({ name }) => name))];
  if (cutNames.length > 0) lines.push(`"cutAttrs": ${JSON.stringify(cutNames)}`);
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
      return JSON.stringify(content.text);
    case 'bytes':
      return `{ "type": "Buffer", "data": "${toBase64(content.bytes)}" }`;
    case 'cut':
      return content.size === undefined ? '{ "type": "Cut" }' : `{ "type": "Cut", "size": ${content.size} }`;
  }
}
