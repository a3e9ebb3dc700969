import type { Fact } from '../model/fact.ts';
import type { ClientRow } from './clients-of-stanza.ts';
import type { Mark } from './marks.ts';

/** How wide a line may become before its attributes continue on the next one. */
const WIDTH = 46;

/**
 * A stanza as a client writes or reads it, as far as its code is known: tags with the names of their attributes, one a
 * line, and the value of one that always has the same; `…` for text or bytes. What an open dispute denies is left out.
 * '' if the client does not do it.
 * @param tag that of the outermost node
 */
export function clientSkeleton(
  tag: string,
  rows: readonly ClientRow[],
  client: string,
  does: keyof Mark,
): string {
  const shown = rows.filter(({ marks, refuted }) => !refuted && marks.get(client)?.[does] === true);
  if (shown.length === 0) return '';
  const nodes = new Map([['', newNode(tag)]]);
  for (const { fact } of shown) nodeAt(nodes, fact.kind === 'child' ? fact.anchor : fact.node);
  for (const { fact } of shown) {
    const node = nodeAt(nodes, fact.node);
    if (fact.kind === 'attribute') node.attributes.push(attributeOf(fact));
    if (fact.kind === 'content') node.content = true;
  }
  return linesOf(nodeAt(nodes, ''), '').join('\n');
}

const attributeOf = ({ name, value }: Fact): string => (value === undefined ? name : `${name}="${value}"`);

interface SkeletonNode {
  readonly tag: string;
  readonly attributes: string[];
  readonly children: SkeletonNode[];
  content: boolean;
}

const newNode = (tag: string): SkeletonNode => ({ tag, attributes: [], children: [], content: false });

/** The node of an anchor, made together with those around it where they are missing. */
function nodeAt(nodes: Map<string, SkeletonNode>, anchor: string): SkeletonNode {
  const known = nodes.get(anchor);
  if (known !== undefined) return known;
  const cut = anchor.lastIndexOf('/');
  const node = newNode(anchor.slice(cut + 1));
  nodeAt(nodes, cut === -1 ? '' : anchor.slice(0, cut)).children.push(node);
  nodes.set(anchor, node);
  return node;
}

function linesOf({ tag, attributes, children, content }: SkeletonNode, indent: string): string[] {
  const start = wrapped(`${indent}<${tag}`, attributes, `${indent}    `);
  if (children.length === 0) {
    const end = content ? `>…</${tag}>` : '/>';
    return [...start.slice(0, -1), `${start.at(-1)}${end}`];
  }
  const inner = children.flatMap((child) => linesOf(child, `${indent}  `));
  const text = content ? [`${indent}  …`] : [];
  return [...start.slice(0, -1), `${start.at(-1)}>`, ...text, ...inner, `${indent}</${tag}>`];
}

function wrapped(first: string, words: readonly string[], indent: string): string[] {
  const lines = [first];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
