import type { Occurrence } from '../../schema/types.generated.ts';
import { hexOfText } from '../../text/bytes-text.ts';
import { enumOfType } from '../model/enum-of-type.ts';
import type { Fact } from '../model/fact.ts';
import { isStanza } from './is-stanza.ts';
import type { Leg } from './leg.ts';
import { type MatchTarget, matchNode } from './match-node.ts';
import type { MatchStep } from './match-step.ts';
import { matchWords } from './match-words.ts';
import type { XmlNode } from './parse-xml.ts';
import type { ValueTypes } from './value-fits.ts';

/** A tag or an attribute of an example with the fact that defines it. */
export interface ExampleLink {
  /** The anchor of the fact on its stanza's page. */
  readonly anchor: string;
  /** Offsets of the name in the example. */
  readonly start: number;
  readonly end: number;
}

/** A contradiction between an example and its stanza. */
export type Contradiction = {
  /** The anchor of the fact that it is about; '' for the outermost node. */
  readonly anchor: string;
  /** The offset in the example. */
  readonly offset: number;
} & (
  | { readonly kind: 'root'; readonly tag: string; readonly expected: string }
  /** The example is not recognized as this stanza; what it lacks, in words. */
  | { readonly kind: 'match'; readonly tag: string; readonly words: string }
  | {
      readonly kind: 'unknown-child';
      readonly tag: string;
      readonly parent: string;
      readonly lackedBy: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'unknown-attribute';
      readonly name: string;
      readonly parent: string;
      /** The path of the child whose `without` names it. */
      readonly lackedBy: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly kind: 'missing-attribute'; readonly name: string; readonly parent: string }
  | {
      readonly kind: 'missing-child' | 'too-many';
      readonly tag: string;
      readonly parent: string;
      readonly occurrence: Occurrence;
    }
  | {
      readonly kind: 'condition';
      readonly what: string;
      readonly parent: string;
      readonly how: 'only-if' | 'required-if';
      readonly predicate: string;
    }
  | { readonly kind: 'wrong-leg'; readonly what: string; readonly parent: string; readonly leg: Leg }
  | {
      readonly kind: 'choice';
      readonly of: readonly string[];
      readonly found: readonly string[];
      readonly parent: string;
    }
  | { readonly kind: 'constant'; readonly value: string; readonly expected: string }
  | { readonly kind: 'order'; readonly tag: string; readonly parent: string; readonly before: string }
  | {
      readonly kind: 'enum-value';
      readonly value: string;
      readonly enum: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'value-type'; readonly value: string; readonly type: string }
);

export interface ExampleMatch {
  /** In the order of the example. */
  readonly links: readonly ExampleLink[];
  /** In the order of the example; something missing is reported at the node that lacks it. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Compares an example with its stanza: which fact defines each of its tags and attributes, and where the two contradict
 * each other.
 * @param leg the one that the example shows; undefined if it does not say
 * @param valuesOf the values of an enum; undefined for an unknown enum, whose values are not checked
 * @param types the types of the spec
 */
export function matchExample(
  root: XmlNode,
  stanza: MatchTarget,
  valuesOf: (enumId: string) => readonly string[] | undefined,
  { leg, types = new Map() }: { readonly leg?: Leg | undefined; readonly types?: ValueTypes } = {},
): ExampleMatch {
  const links: ExampleLink[] = [];
  const contradictions: Contradiction[] = [];
  const contentOf = (node: XmlNode): { text: string; hex: () => string | undefined } | undefined => {
    const text = node.text.trim();
    return text === '' ? undefined : { text, hex: () => hexOfText(text) };
  };
  const words = matchWords(stanza);
  if (words !== undefined && root.tag === stanza.tag && !isStanza(root, stanza, false)) {
    contradictions.push({ kind: 'match', anchor: '', offset: root.start, tag: root.tag, words });
  }
  for (const step of matchNode(root, stanza, { valuesOf, types, contentOf, leg })) {
    const { anchor } = step;
    if (step.kind === 'child') links.push({ anchor, start: step.node.start, end: step.node.end });
    if (step.kind === 'attribute') {
      links.push({ anchor, start: step.attribute.start, end: step.attribute.end });
    }
    const one = contradictionOf(step);
    if (one !== undefined) contradictions.push(one);
  }
  return { links, contradictions };
}

const partName = ({ kind, name }: Fact): string =>
  kind === 'attribute' ? `'${name}'` : kind === 'child' ? `<${name}>` : name;

function contradictionOf(step: MatchStep<XmlNode>): Contradiction | undefined {
  const { anchor } = step;
  const offset = step.node.start;
  switch (step.kind) {
    case 'child':
    case 'attribute':
    case 'content':
    // Undescribed text is often only a matter of layout.
    case 'unknown-content':
      return undefined;
    case 'order': {
      const { node, parent, before } = step;
      return { kind: 'order', anchor, offset, tag: node.tag, parent: parent.tag, before };
    }
    case 'root':
      return { kind: 'root', anchor, offset, tag: step.node.tag, expected: step.expected };
    case 'unknown-child': {
      const { node, parent, lackedBy, known } = step;
      return { kind: 'unknown-child', anchor, offset, tag: node.tag, parent: parent.tag, lackedBy, known };
    }
    case 'unknown-attribute': {
      const { name, start } = step.attribute;
      const { node, lackedBy, known } = step;
      return { kind: 'unknown-attribute', anchor, offset: start, name, parent: node.tag, lackedBy, known };
    }
    case 'missing-attribute':
      return { kind: 'missing-attribute', anchor, offset, name: step.name, parent: step.node.tag };
    case 'missing-child': {
      const { tag, occurrence } = step;
      return { kind: 'missing-child', anchor, offset, tag, parent: step.node.tag, occurrence };
    }
    case 'too-many': {
      const { node, parent, occurrence } = step;
      return { kind: 'too-many', anchor, offset, tag: node.tag, parent: parent.tag, occurrence };
    }
    case 'wrong-leg': {
      const { attribute, node, leg, fact } = step;
      const what = partName(fact);
      const parent = node.tag;
      return { kind: 'wrong-leg', anchor, offset: attribute?.start ?? offset, what, parent, leg };
    }
    case 'condition': {
      const { attribute, parent, how, predicate, fact } = step;
      const at = attribute?.start ?? offset;
      const what = partName(fact);
      return { kind: 'condition', anchor, offset: at, what, parent: parent.tag, how, predicate };
    }
    case 'choice': {
      const { choice, found, node } = step;
      return { kind: 'choice', anchor, offset, of: choice.of, found, parent: node.tag };
    }
    case 'constant': {
      const { value, attribute, known } = step;
      const at = attribute?.start ?? offset;
      return { kind: 'constant', anchor, offset: at, value, expected: known[0] ?? '' };
    }
    case 'enum-value':
    case 'value-type': {
      const { value, type, known } = step;
      const at = step.attribute?.start ?? offset;
      return step.kind === 'value-type'
        ? { kind: 'value-type', anchor, offset: at, value, type }
        : { kind: 'enum-value', anchor, offset: at, value, enum: enumOfType(type) ?? '', known };
    }
    default:
      return step satisfies never;
  }
}
