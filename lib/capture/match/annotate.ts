import { pathBelow } from '../../corpus/match/match-node.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedNode } from '../../corpus/model/defined-node.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { definedChildren, type KnownNode, knownChild, knownRoot } from '../lookup/known-node.ts';
import type { CapturedAttribute, CapturedNode } from '../tree/captured-node.ts';
import type { StanzaReview } from './match.ts';
import type { Contradicts, Verdict } from './verdict.ts';

/** A part of a captured stanza with the verdict on it. */
export interface Annotated {
  /** The depth of its node; 0 for the outermost one. */
  readonly depth: number;
  readonly part:
    | { readonly kind: 'node'; readonly node: CapturedNode }
    | { readonly kind: 'attribute'; readonly attribute: CapturedAttribute }
    | { readonly kind: 'content'; readonly node: CapturedNode }
    /** Something that the spec requires and that is not there. */
    | { readonly kind: 'missing'; readonly name: string };
  /** undefined for the outermost node, and for everything inside a node that is not described. */
  readonly verdict: Verdict | undefined;
}

/**
 * The nodes, attributes and contents of a stanza in their order, each with its verdict. What is missing comes at the end
 * of the node that lacks it.
 */
export function annotate(root: CapturedNode, { verdicts }: StanzaReview, corpus: Corpus): Annotated[] {
  const byPath = new Map(verdicts.map((one) => [one.path, one]));
  const list: Annotated[] = [];

  const walk = (node: CapturedNode, places: readonly KnownNode[], depth: number, at: Verdict | undefined) => {
    const of = (fact: Fact | undefined): Verdict | undefined => byPath.get(fact?.path ?? '');
    list.push({ depth, part: { kind: 'node', node }, verdict: at });
    for (const attribute of node.attributes) {
      const verdict = firstOf(places, ({ definition, attributesIn }) => {
        const fact = definition.attributes.find(({ name }) => name === attribute.name);
        return of(fact) ?? byPath.get(`${attributesIn}@${attribute.name}`);
      });
      list.push({ depth, part: { kind: 'attribute', attribute }, verdict });
    }
    if (node.content !== undefined) {
      const verdict = firstOf(
        places,
        ({ definition, within }) => of(definition.content) ?? byPath.get(pathBelow(within, 'text()')),
      );
      list.push({ depth, part: { kind: 'content', node }, verdict });
    }
    for (const child of node.children) {
      const inside = knownChild(places, child.tag);
      const described = definedChildren(places, child.tag);
      const verdict =
        firstOf(described, ({ fact }) => of(fact)) ??
        firstOf(places, ({ within }) => byPath.get(pathBelow(within, child.tag)));
      walk(child, inside, depth + 1, verdict);
    }
    for (const { definition } of places) list.push(...missingIn(node, definition, depth, byPath));
  };
  walk(root, knownRoot(root, corpus), 0, undefined);
  return list;
}

/** What a node lacks, by the verdicts on it. */
function missingIn(
  node: CapturedNode,
  { attributes, content, children }: DefinedNode,
  depth: number,
  byPath: ReadonlyMap<string, Verdict>,
): Annotated[] {
  const facts = [
    ...attributes,
    ...(content === undefined ? [] : [content]),
    ...children.map(({ fact }) => fact),
  ];
  return facts.flatMap((fact) => {
    const verdict = byPath.get(fact.path);
    if (verdict?.verdict !== 'contradicts' || !isAbsence(verdict.how) || hasPart(node, fact)) return [];
    const name = fact.kind === 'child' ? `<${fact.name}>` : fact.name;
    return [{ depth, part: { kind: 'missing', name }, verdict }];
  });
}

const isAbsence = (how: Contradicts): boolean =>
  how.kind === 'missing-attribute' ||
  how.kind === 'missing-child' ||
  (how.kind === 'condition' && how.how === 'required-if');

function hasPart({ attributes, content, children }: CapturedNode, { kind, name }: Fact): boolean {
  if (kind === 'attribute') return attributes.some((one) => one.name === name);
  return kind === 'child' ? children.some(({ tag }) => tag === name) : content !== undefined;
}

function firstOf<T, V>(list: readonly T[], of: (one: T) => V | undefined): V | undefined {
  for (const one of list) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
