import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { StanzaNode } from '../../../lib/corpus/model/facts-of-stanza.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Attribute, Child, Confidence, Stanza } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import { OCCURRENCES } from './occurrences.ts';
import type { Piece } from './piece.ts';

/** A stanza in outline, written like a stanza. */
export interface Shape {
  /** Its lines; every name leads to its fact. */
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
  ['~', 'whether it is always there is not known'],
  ['1.', 'the children stand in this order'],
];

/** The outline of a stanza: every node, attribute, type and content that the data has. */
export function shapeOfStanza(stanza: Stanza, links: Links): Shape {
  const marks = new Set<string>();
  const lines = nodeLines(
    { tag: stanza.tag, node: stanza, anchor: '', indent: '', number: '' },
    links,
    marks,
  );
  return {
    lines,
    legend: MEANINGS.filter(([mark]) => marks.has(mark)).map(([mark, meaning]) => ({ mark, meaning })),
    confidences: CONFIDENCES.filter((one) => lines.flat().some(({ confidence }) => confidence === one)),
  };
}

interface Place {
  readonly tag: string;
  readonly node: StanzaNode | Child;
  readonly anchor: string;
  readonly indent: string;
  /** Its place among its siblings, such as `2. `, where their order is fixed; else ''. */
  readonly number: string;
}

function nodeLines(place: Place, links: Links, marks: Set<string>): Piece[][] {
  const { tag, node, anchor, number } = place;
  const head: Piece[] = place.indent === '' ? [] : [plain(place.indent)];
  if (number !== '') {
    marks.add('1.');
    head.push({ text: number, role: 'dim' });
  }
  const indent = place.indent + ' '.repeat(number.length);
  const open: Piece = { text: `<${tag}`, role: 'tag' };
  if ('occurrence' in node) {
    head.push({ ...open, href: fragment(anchor), confidence: node.confidence });
    head.push(...markOf(OCCURRENCES[node.occurrence].mark, marks));
  } else head.push(open);

  const attributes = (node.attributes ?? []).map((one) => attributePieces(one, anchor, links, marks));
  const inline = attributes.flatMap((pieces) => [plain(' '), ...pieces]);
  const content = contentPieces(node, anchor);
  const siblings = node.children ?? [];
  const digits = String(siblings.length).length;
  const children = siblings.flatMap((child, i) => {
    const below = anchor === '' ? child.tag : `${anchor}/${child.tag}`;
    const order = node.children_order === 'fixed' ? `${String(i + 1).padStart(digits)}. ` : '';
    return nodeLines(
      { tag: child.tag, node: child, anchor: below, indent: `${indent}  `, number: order },
      links,
      marks,
    );
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

function attributePieces(attribute: Attribute, anchor: string, links: Links, marks: Set<string>): Piece[] {
  const { name, type, required } = attribute;
  const mark = required === undefined ? '~' : required ? '' : '?';
  const id = enumOfType(type);
  return [
    { text: name, role: 'name', href: fragment(`${anchor}@${name}`), confidence: attribute.confidence },
    // In one piece, so that no line breaks between the mark and the sign.
    ...(mark === '' ? [{ text: '=', role: 'dim' as const }] : markOf(mark, marks, '=')),
    id === undefined
      ? { text: type, role: 'text', href: links.definition('type', type) }
      : { text: id, role: 'text', href: links.definition('enum', id) },
  ];
}

function contentPieces({ content }: StanzaNode, anchor: string): Piece[] {
  if (content === undefined) return [];
  const id = enumOfType(content.type);
  const href = fragment(anchor === '' ? 'text()' : `${anchor}/text()`);
  const text = id ?? content.type;
  return [{ text, role: 'text', href, confidence: content.confidence }];
}

function markOf(mark: string, marks: Set<string>, after = ''): Piece[] {
  if (mark === '') return [];
  marks.add(mark);
  return [{ text: mark + after, role: 'mark' }];
}

const plain = (text: string): Piece => ({ text, role: 'plain' });

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
