import { evidence } from './evidence.ts';
import { folded, sentences } from './random-words.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { AttributeNode, ChildNode } from './stanza-node.ts';

export function attributeLines(random: SeededRandom, one: AttributeNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  return [
    `${pad}- name: ${one.name}`,
    `${pad}  type: ${one.type}`,
    `${pad}  required: ${one.required}`,
    ...evidence(random, indent + 2, () => [
      ...folded('description', sentences(random, random.int(1, 2)), indent + 2),
      `${pad}  observed_values: ['${one.value}']`,
    ]),
  ];
}

export function childLines(random: SeededRandom, one: ChildNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  return [
    `${pad}- tag: ${one.tag}`,
    `${pad}  occurrence: '0..1'`,
    ...evidence(random, indent + 2, () => folded('description', sentences(random, 2), indent + 2)),
    `${pad}  attributes:`,
    ...one.attributes.flatMap((inner) => attributeLines(random, inner, indent + 4)),
    ...(one.children.length === 0
      ? []
      : [`${pad}  children:`, ...one.children.flatMap((inner) => childLines(random, inner, indent + 4))]),
  ];
}

/** A node as the body of an example. */
export function xmlLines(node: ChildNode, indent: number): string[] {
  const pad = ' '.repeat(indent);
  const shown = node.attributes.map(({ name, value }) => ` ${name}="${value}"`).join('');
  if (node.children.length === 0) return [`${pad}<${node.tag}${shown}/>`];
  return [
    `${pad}<${node.tag}${shown}>`,
    ...node.children.flatMap((one) => xmlLines(one, indent + 2)),
    `${pad}</${node.tag}>`,
  ];
}
