import type { XmlNode } from '../../corpus/match/parse-xml.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedNode } from '../../corpus/model/defined-node.ts';
import { toBase64 } from '../../text/bytes-text.ts';
import { definedChild } from './defined-child.ts';
import { type Literal, printJsonLiteral } from './literal.ts';
import { wireContent } from './wire-content.ts';

/**
 * An example as libraries write nodes: `tag`, `attrs`, `content`, as JSON. Bytes are written as Node writes a buffer,
 * with base64. The capture tools read it as the same stanza.
 * @param definition of the outermost node
 */
export const nodeObject = (root: XmlNode, definition: DefinedNode, corpus: Corpus): string =>
  printJsonLiteral(literalOf(root, definition, corpus));

function literalOf(node: XmlNode, definition: DefinedNode | undefined, corpus: Corpus): Literal {
  const { tag, attributes, children } = node;
  const attrs = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  return { tag, attrs, ...contentOf(node, definition, corpus, children) };
}

function contentOf(
  node: XmlNode,
  definition: DefinedNode | undefined,
  corpus: Corpus,
  children: readonly XmlNode[],
): { readonly content?: Literal } {
  if (children.length > 0) {
    return {
      content: children.map((child) => literalOf(child, definedChild(definition, child.tag)?.node, corpus)),
    };
  }
  const found = wireContent(node, definition?.content, corpus);
  if (found === undefined) return {};
  return { content: found.kind === 'text' ? found.text : { type: 'Buffer', data: toBase64(found.bytes) } };
}
