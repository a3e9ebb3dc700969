import { inspect } from 'node:util';
import { encodeNode } from 'whatsapp-rust-bridge';
import {
  cobaltOf,
  goJsonOf,
  goLiteralOf,
  goPrintOf,
  type PlainNode,
  rustOf,
  webOf,
} from '../../../bench/corpus/plain-node.ts';
import type { SeededRandom } from '../../../bench/corpus/seeded-random.ts';
import type { FormName } from '../../../lib/capture/forms/index.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { printXml } from '../../../lib/capture/tree/print-xml.ts';
import type { NodeData } from '../../../lib/corpus/facts/define-nodes.ts';
import { isEnvelope } from '../../../lib/corpus/match/is-stanza.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Attribute, Stanza } from '../../../lib/schema/types.generated.ts';
import { node } from './nodes.ts';

/** The content of a node: without personal data, or with it. */
export type Inside = 'clean' | 'personal';

/** One node for each stanza of a spec, with what the spec describes, as far as it is wanted. */
export function specNodes(corpus: Corpus, inside: Inside, random: SeededRandom): CapturedNode[] {
  return [...corpus.definitions.stanza.values()].map(({ data }) => {
    const made = nodeOf(data.tag, data, corpus, inside, random);
    // An envelope wraps something, and without anything in it a node could be any word in angle brackets.
    const wraps = isEnvelope(data) || made.attributes.length + made.children.length === 0;
    return recognized(
      wraps && made.children.length === 0 ? { ...made, children: [node('offer')] } : made,
      data,
    );
  });
}

/** The node with the values that its stanza's `match` names. */
export function recognized(made: CapturedNode, { match }: Pick<Stanza, 'match'>): CapturedNode {
  const named = new Map((match?.attributes ?? []).map(({ name, values: [value = ''] }) => [name, value]));
  const others = made.attributes.filter(({ name }) => !named.has(name));
  const attributes = [...others, ...[...named].map(([name, value]) => ({ name, value, cut: false }))];
  return { ...made, attributes };
}

function nodeOf(
  tag: string,
  { attributes = [], children = [], content }: NodeData,
  corpus: Corpus,
  inside: Inside,
  random: SeededRandom,
): CapturedNode {
  const values = attributes.flatMap((one): [string, string][] => {
    const value =
      cleanValue(one, corpus, random) ?? (inside === 'personal' ? personalValue(one, random) : '');
    return value === '' ? [] : [[one.name, value]];
  });
  const below = children
    .filter((child) => child.tag !== '*')
    .map((child) => nodeOf(child.tag, child, corpus, inside, random));
  if (below.length > 0 || content?.type !== 'bytes' || inside === 'clean') {
    return node(tag, Object.fromEntries(values), below);
  }
  const bytes = Uint8Array.from({ length: 48 }, () => random.int(128, 255));
  return node(tag, Object.fromEntries(values), bytes);
}

/** A value that the spec says itself, or a small number or a flag; undefined for a type that has none of them. */
function cleanValue(
  { type, observed_values: observed = [] }: Attribute,
  corpus: Corpus,
  random: SeededRandom,
): string | undefined {
  const listed = corpus.definitions.enum.get(enumOfType(type) ?? '')?.data.values ?? [];
  const known = [...listed.map(({ value }) => value), ...(type === 'jid' ? [] : observed)];
  if (known.length > 0) return random.pick(known);
  if (type === 'int') return String(random.int(0, 9999));
  return type === 'bool' ? random.pick(['true', 'false']) : undefined;
}

function personalValue({ type }: Attribute, random: SeededRandom): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(1, 9)).join('');
  switch (type) {
    case 'jid':
      return `${digits(15)}:${random.int(1, 90)}@lid`;
    case 'timestamp':
      return `17${digits(8)}`;
    case 'hex':
    case 'bytes':
      return `${digits(16)}abcdef`.toUpperCase();
    default:
      return `of-somebody-${digits(9)}`;
  }
}

/** Nodes as a log of one form has them, one after the other. */
export function logOf(form: FormName, nodes: readonly CapturedNode[]): string {
  return nodes.map((one) => `${RECORDS[form](one)}\n`).join('');
}

const RECORDS: Readonly<Record<FormName, (node: CapturedNode) => string>> = {
  pino: (one) => JSON.stringify({ level: 10, time: 1_718_000_000_000, xml: printXml(one), msg: 'recv xml' }),
  whatsmeow: (one) => `12:34:56.789 [Client/Recv DEBUG] ${printXml(one).replaceAll(/\n\s*/g, '')}`,
  xml: printXml,
  json: (one) => JSON.stringify(plain(one)),
  'node-inspect': (one) => inspect(plain(one), { depth: null, maxArrayLength: null }),
  array: (one) => JSON.stringify(arrayOf(plain(one))),
  'rust-debug': (one) => rustOf(plain(one)),
  'web-object': (one) => JSON.stringify(webOf(plain(one))),
  'go-json': (one) => JSON.stringify(goJsonOf(plain(one))),
  'go-literal': (one) => goLiteralOf(plain(one)),
  'go-print': (one) => goPrintOf(plain(one)),
  cobalt: (one) => cobaltOf(plain(one)),
  hex: (one) => frameOf(one).toString('hex'),
  base64: (one) => frameOf(one).toString('base64'),
};

function plain({ tag, attributes, children, content }: CapturedNode): PlainNode {
  const attrs = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  if (content?.kind === 'bytes') return { tag, attrs, content: Buffer.from(content.bytes) };
  return children.length === 0 ? { tag, attrs } : { tag, attrs, content: children.map(plain) };
}

const arrayOf = ({ tag, attrs, content }: PlainNode): unknown[] => [
  tag,
  attrs,
  content === undefined
    ? null
    : content instanceof Uint8Array
      ? content
      : content.map((one) => arrayOf(one as PlainNode)),
];

const frameOf = (one: CapturedNode): Buffer =>
  Buffer.from(encodeNode(plain(one) as Parameters<typeof encodeNode>[0]));
