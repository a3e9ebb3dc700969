import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { OCCURRENCES } from './occurrences.ts';
import type { Piece } from './piece.ts';

/** The outline of a stanza, written like a stanza. */
export interface Shape {
  /** Its lines; every name links to its fact. */
  readonly lines: readonly (readonly Piece[])[];
  /** The marks that occur in it, with what they mean. */
  readonly legend: readonly { readonly mark: string; readonly meaning: string }[];
  /** The confidences that occur in it, which underlines show. */
  readonly confidences: readonly Confidence[];
}

/** Longer opening tags get a line for each attribute. */
const MAX_LINE = 78;

const MEANINGS: readonly (readonly [mark: string, meaning: string])[] = [
  ['?', 'may be absent'],
  ['*', 'any number'],
  ['+', 'one or more'],
  ['~', 'not known whether required'],
  ['1.', 'children in this order'],
];

/** The outline of a node: every node, attribute, type and content that the data has. */
export function shapeOf(tag: string, node: DefinedNode, links: Links): Shape {
  const marks = new Set<string>();
  const lines = nodeLines({ tag, node, fact: undefined, indent: '', number: '' }, links, marks);
  return {
    lines,
    legend: MEANINGS.filter(([mark]) => marks.has(mark)).map(([mark, meaning]) => ({ mark, meaning })),
    confidences: CONFIDENCES.filter((one) => lines.flat().some(({ confidence }) => confidence === one)),
  };
}

interface Place {
  readonly tag: string;
  readonly node: DefinedNode;
  /** Of a child. */
  readonly fact: Fact | undefined;
  readonly indent: string;
  /** Its place among its siblings, such as `2. `, where their order is fixed; else ''. */
  readonly number: string;
}

function nodeLines(place: Place, links: Links, marks: Set<string>): Piece[][] {
  const { tag, node, fact, number } = place;
  const head: Piece[] = place.indent === '' ? [] : [plain(place.indent)];
  if (number !== '') {
    marks.add('1.');
    head.push({ text: number, role: 'dim' });
  }
  const indent = place.indent + ' '.repeat(number.length);
  const open: Piece = { text: `<${tag}`, role: 'tag' };
  if (fact?.occurrence !== undefined) {
    head.push({ ...open, href: fragment(fact.anchor), confidence: fact.confidence });
    head.push(...markOf(OCCURRENCES[fact.occurrence].mark, marks));
  } else head.push(open);

  const attributes = node.attributes.map((one) => attributePieces(one, links, marks));
  const inline = attributes.flatMap((pieces) => [plain(' '), ...pieces]);
  const content = contentPieces(node);
  const siblings = node.children;
  const digits = String(siblings.length).length;
  const children = siblings.flatMap((child, i) => {
    const order = node.order === 'fixed' ? `${String(i + 1).padStart(digits)}. ` : '';
    return nodeLines({ tag: child.fact.name, ...child, indent: `${indent}  `, number: order }, links, marks);
  });

  const close: Piece = { text: `</${tag}>`, role: 'tag' };
  const end: Piece = { text: content.length + children.length === 0 ? '/>' : '>', role: 'tag' };
  const rest = children.length > 0 ? content : content.length > 0 ? [...content, close] : [];
  const fits = widthOf([...head, ...inline, end, ...rest]) <= MAX_LINE || attributes.length < 2;
  const opening = fits
    ? [[...head, ...inline, end, ...rest]]
    : [
        head,
        ...attributes.map((pieces, i) => {
          const line = [plain(`${indent}    `), ...pieces];
          return i === attributes.length - 1 ? [...line, end, ...rest] : line;
        }),
      ];
  return children.length === 0
    ? opening
    : [...opening, ...children, indent === '' ? [close] : [plain(indent), close]];
}

function attributePieces(fact: Fact, links: Links, marks: Set<string>): Piece[] {
  const { name, type = 'string', required, anchor, confidence } = fact;
  const mark = required === undefined ? '~' : required ? '' : '?';
  const id = enumOfType(type);
  return [
    { text: name, role: 'name', href: fragment(anchor), confidence },
    // In one piece, so that no line breaks between the mark and the sign.
    ...(mark === '' ? [{ text: '=', role: 'dim' as const }] : markOf(mark, marks, '=')),
    id === undefined
      ? { text: type, role: 'text' }
      : { text: id, role: 'text', href: links.definition('enum', id) },
  ];
}

function contentPieces({ content }: DefinedNode): Piece[] {
  if (content === undefined) return [];
  const { type = 'string', anchor, confidence } = content;
  return [{ text: enumOfType(type) ?? type, role: 'text', href: fragment(anchor), confidence }];
}

function markOf(mark: string, marks: Set<string>, after = ''): Piece[] {
  if (mark === '') return [];
  marks.add(mark);
  return [{ text: mark + after, role: 'mark' }];
}

const plain = (text: string): Piece => ({ text, role: 'plain' });

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
