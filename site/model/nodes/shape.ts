import { openDisputes } from '../../../lib/corpus/disputes/open-disputes.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import { orderOn, presenceOn } from '../../../lib/corpus/match/leg.ts';
import { CONFIDENCES } from '../../../lib/corpus/model/confidences.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import {
  anchorBelow,
  type DefinedChild,
  type DefinedNode,
  factsOfNode,
} from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import { fragment } from '../../../lib/pages/fragment.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { Piece } from '../views/piece.ts';
import { isLarge } from './is-large.ts';
import { OCCURRENCES } from './occurrences.ts';

/** The outline of a node, written like a stanza. */
export interface Shape {
  /** Its lines; every name links to its fact. */
  readonly lines: readonly (readonly Piece[])[];
  /** The marks that occur in it, with what they mean. */
  readonly legend: readonly { readonly mark: string; readonly meaning: string }[];
  /** The confidences that occur in it, which a mark before each name shows. */
  readonly confidences: readonly Confidence[];
}

const DISPUTED = '†';
/** Not a mark but the word, at the end of the line. */
const REFUTED = 'refuted';

const MEANINGS: readonly (readonly [mark: string, meaning: string])[] = [
  ['?', 'may be absent'],
  ['*', 'any number'],
  ['+', 'one or more'],
  ['~', 'not known whether required'],
  ['↑', 'only in what is sent'],
  ['↓', 'only in what is delivered'],
  ['"…"', 'always this value'],
  ['{…}', 'the tag is a value of this enum'],
  ['§', 'a shared node, described once for all its places'],
  ['…', 'large: its structure is on the page of the shared node'],
  ['1.', 'children in this order'],
  [DISPUTED, 'disputed: see its entry'],
  [REFUTED, 'refuted: an open dispute says that it does not exist'],
];

/** The outline of a node: every node, attribute, type and content that the data has. */
export function shapeOf(tag: string, node: DefinedNode, links: Links, corpus: Corpus): Shape {
  const marks = new Set<string>();
  const choices = choicesIn(node);
  const lines = nodeLines(
    { tag, node, fact: undefined, indent: '', number: '' },
    { links, corpus, marks, choices, isInRefuted: false },
  );
  return {
    lines,
    legend: [
      ...MEANINGS.filter(([mark]) => marks.has(mark)).map(([mark, meaning]) => ({ mark, meaning })),
      ...choices.map(({ mark, meaning }) => ({ mark, meaning })),
    ],
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

/** A choice with its mark, such as `|` or, where there are several, `|2`. */
interface MarkedChoice {
  readonly mark: string;
  readonly meaning: string;
  /** The anchors of its members. */
  readonly members: ReadonlySet<string>;
}

interface ShapeContext {
  readonly links: Links;
  readonly corpus: Corpus;
  /** Collects the marks that occur. */
  readonly marks: Set<string>;
  readonly choices: readonly MarkedChoice[];
  /** Whether a child around the place is refuted, so that nothing in it exists either. */
  readonly isInRefuted: boolean;
}

function choicesIn(root: DefinedNode): MarkedChoice[] {
  const choices = choicesShown(root);
  return choices.map((fact, i) => {
    const members = fact.choice?.of ?? [];
    const names = members.map((one) => (one.startsWith('@') ? one.slice(1) : `<${one}>`));
    return {
      mark: choices.length === 1 ? '|' : `|${i + 1}`,
      meaning: `${fact.occurrence === '1' ? 'exactly' : 'at most'} one of ${names.join(', ')}`,
      members: new Set(members.map((one) => anchorBelow(fact.node, one))),
    };
  });
}

const choicesShown = ({ choices, children }: DefinedNode): Fact[] => [
  ...choices,
  ...children.flatMap((child) => (isLeftOut(child) ? [] : choicesShown(child.node))),
];

function nodeLines(place: Place, around: ShapeContext): Piece[][] {
  const { tag, node, fact, number } = place;
  const context = { ...around, isInRefuted: fact !== undefined && isRefuted(fact, around) };
  const head: Piece[] = place.indent === '' ? [] : [plain(place.indent)];
  if (number !== '') {
    context.marks.add('1.');
    head.push({ text: number, role: 'dim' });
  }
  const indent = place.indent + ' '.repeat(number.length);
  head.push(...tagPieces(tag, fact, context));
  if (fact !== undefined && isLeftOut({ fact, node })) {
    context.marks.add('…');
    return [worded([...head, { text: '…/>', role: 'tag' }], around, context)];
  }

  const attributes = node.attributes.map((one) => attributePieces(one, context));
  const inline = attributes.flatMap((pieces) => [plain(' '), ...pieces]);
  const content = contentPieces(node, context);
  const siblings = node.children;
  const order = orderOn(undefined, node) ?? [];
  const digits = String(order.length).length;
  const children = siblings.flatMap((child) => {
    const at = order.indexOf(child.fact.name) + 1;
    const number =
      order.length === 0 ? '' : at === 0 ? ' '.repeat(digits + 2) : `${String(at).padStart(digits)}. `;
    return nodeLines({ tag: child.fact.name, ...child, indent: `${indent}  `, number }, context);
  });

  const close: Piece = { text: `</${closingTag(tag, fact)}>`, role: 'tag' };
  const end: Piece = { text: content.length + children.length === 0 ? '/>' : '>', role: 'tag' };
  const rest = children.length > 0 ? content : content.length > 0 ? [...content, close] : [];
  const opening = worded([...head, ...inline, end, ...rest], around, context);
  return children.length === 0
    ? [opening]
    : [opening, ...children, indent === '' ? [close] : [plain(indent), close]];
}

/** Says of a child that is struck through that it is refuted: once for all that is in it. */
const worded = (line: Piece[], around: ShapeContext, context: ShapeContext): Piece[] =>
  around.isInRefuted || !context.isInRefuted ? line : [...line, refutedWord(context)];

function refutedWord({ marks }: ShapeContext): Piece {
  marks.add(REFUTED);
  return { text: ` ${REFUTED}`, role: 'mark' };
}

const isRefuted = ({ path }: Fact, { corpus, isInRefuted }: ShapeContext): boolean =>
  isInRefuted || refutedFacts(corpus).has(path);

/** Whether the inside of a child is on the page of the shared node that it is, and not repeated here. */
const isLeftOut = ({ fact, node }: DefinedChild): boolean =>
  fact.child?.use !== undefined && isLarge(fact.anchor, sharedIn(node, fact));

/** How many facts a node has from the shared node that it is; 0 if the place describes some of them itself. */
function sharedIn(node: DefinedNode, { owner, ownerKind }: Fact): number {
  const isOwn = (one: Fact): boolean => one.owner === owner && one.ownerKind === ownerKind;
  return factsOfNode(node).some(isOwn) ? 0 : withoutUses(node);
}

const withoutUses = ({ attributes, content, choices, children }: DefinedNode): number =>
  attributes.length +
  (content === undefined ? 0 : 1) +
  choices.length +
  children.reduce(
    (sum, { fact, node }) => sum + 1 + (fact.child?.use === undefined ? withoutUses(node) : 0),
    0,
  );

/** The start of the tag of a node, with its marks. A tag that comes from an enum is the id of the enum in braces. */
function tagPieces(tag: string, fact: Fact | undefined, context: ShapeContext): Piece[] {
  if (fact === undefined) return [{ text: `<${closingTag(tag, fact)}`, role: 'tag' }];
  const { occurrence = '1', child, anchor, confidence, home } = fact;
  const { use } = child ?? {};
  const { mark: often } = OCCURRENCES[occurrence];
  const absent = occurrence.startsWith('1') ? presenceMark(fact) : '';
  if (child?.tags_from !== undefined) context.marks.add('{…}');
  const pieces: Piece[] = [
    {
      text: `<${closingTag(tag, fact)}`,
      role: 'tag',
      href: fragment(anchor),
      confidence,
      refuted: isRefuted(fact, context),
    },
    ...markPieces([...commonMarks(fact, context), often + absent], context),
  ];
  // A child that takes its facts from a shared node for any tag is more than that node.
  if (use === undefined || home === undefined) return pieces;
  context.marks.add('§');
  return [...pieces, { text: '§', role: 'mark', href: context.links.definition('node', use) }];
}

const closingTag = (tag: string, fact: Fact | undefined): string => {
  const id = enumOfType(fact?.child?.tags_from);
  return id !== undefined ? `{${id}}` : tag === '*' ? '{any tag}' : tag;
};

function attributePieces(fact: Fact, context: ShapeContext): Piece[] {
  const { name, anchor, confidence } = fact;
  const marks = [...commonMarks(fact, context), presenceMark(fact)];
  const pieces = markPieces(marks, context);
  return [
    { text: name, role: 'name', href: fragment(anchor), confidence, refuted: isRefuted(fact, context) },
    // In one piece, so that no line breaks between the mark and the sign.
    ...(pieces.length === 0
      ? [{ text: '=', role: 'dim' as const }]
      : pieces.map((piece) => ({ ...piece, text: `${piece.text}=` }))),
    valuePiece(fact, context),
    ...(isRefuted(fact, context) && !context.isInRefuted ? [refutedWord(context)] : []),
  ];
}

/** The value of a fact where it is always the same, else its type. */
function valuePiece({ type = 'string', value }: Fact, { links, marks }: ShapeContext): Piece {
  const id = enumOfType(type);
  if (value !== undefined) marks.add('"…"');
  const text = value === undefined ? (id ?? type) : `"${value}"`;
  return {
    text,
    role: 'text',
    href: id === undefined ? links.definition('type', type) : links.definition('enum', id),
  };
}

function contentPieces({ content }: DefinedNode, context: ShapeContext): Piece[] {
  if (content === undefined) return [];
  const { anchor, confidence } = content;
  return [{ ...valuePiece(content, context), href: fragment(anchor), confidence }];
}

function legMarks(fact: Fact): string[] {
  if (presenceOn('sent', fact) === 'never') return ['↓'];
  return presenceOn('delivered', fact) === 'never' ? ['↑'] : [];
}

// Of what is on one leg only, the mark is about that leg.
function presenceMark(fact: Fact): string {
  const [leg] = legMarks(fact);
  const presence = presenceOn(leg === '↓' ? 'delivered' : leg === '↑' ? 'sent' : undefined, fact);
  return presence === undefined ? '~' : presence === 'sometimes' ? '?' : '';
}

const commonMarks = (fact: Fact, context: ShapeContext): string[] => [
  ...(openDisputes([fact], context.corpus) > 0 ? [DISPUTED] : []),
  ...legMarks(fact),
  ...choiceMarks(fact, context),
];

const choiceMarks = ({ anchor }: Fact, { choices }: ShapeContext): string[] =>
  choices.filter(({ members }) => members.has(anchor)).map(({ mark }) => mark);

function markPieces(marks: readonly string[], context: ShapeContext): Piece[] {
  const text = marks.join('');
  for (const mark of marks) context.marks.add(mark);
  return text === '' ? [] : [{ text, role: 'mark' }];
}

const plain = (text: string): Piece => ({ text, role: 'plain' });
