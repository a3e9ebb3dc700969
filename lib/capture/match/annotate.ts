import { factCondition, type PathStep } from '../../corpus/match/evaluate-predicate.ts';
import { pathBelow } from '../../corpus/match/match-node.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedNode } from '../../corpus/model/defined-node.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { findStanza } from '../lookup/find-stanza.ts';
import { definedChildren, type KnownNode, knownChild, knownRoot } from '../lookup/known-node.ts';
import type { CapturedAttribute, CapturedNode } from '../tree/captured-node.ts';
import { contentOf } from './content-of.ts';
import type { StanzaReview } from './match.ts';
import type { Verdict } from './verdict.ts';

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
export function annotate(root: CapturedNode, { verdicts, byId }: StanzaReview, corpus: Corpus): Annotated[] {
  const byPath = new Map(verdicts.map((one) => [one.path, one]));
  const list: Annotated[] = [];

  const walk = (way: Way, places: readonly KnownNode[], depth: number, at: Verdict | undefined) => {
    const node = nodeOf(way);
    const of = (fact: Fact | undefined): Verdict | undefined => byPath.get(fact?.path ?? '');
    // What a place lacks is there, although the shared node may have a verdict on the same part.
    const unknownIn = (within: string, inPlaces: readonly string[], part: string): Verdict | undefined =>
      firstOf([...inPlaces, within], (at) => byPath.get(pathBelow(at, part)));
    list.push({ depth, part: { kind: 'node', node }, verdict: at });
    for (const attribute of node.attributes) {
      const part = `@${attribute.name}`;
      const verdict = firstOf(places, ({ definition, attributesIn, inPlaces }) => {
        const fact = definition.attributes.find(({ name }) => name === attribute.name);
        return of(fact) ?? unknownIn(attributesIn, inPlaces, part);
      });
      list.push({ depth, part: { kind: 'attribute', attribute }, verdict });
    }
    if (node.content !== undefined) {
      const verdict = firstOf(
        places,
        ({ definition, within, inPlaces }) => of(definition.content) ?? unknownIn(within, inPlaces, 'text()'),
      );
      list.push({ depth, part: { kind: 'content', node }, verdict });
    }
    for (const child of node.children) {
      const inside = knownChild(places, child.tag);
      const described = definedChildren(places, child.tag);
      const verdict =
        firstOf(described, ({ fact }) => of(fact)) ??
        firstOf(places, ({ within, inPlaces }) => unknownIn(within, inPlaces, child.tag));
      walk([...way, stepTo(child, inside)], inside, depth + 1, verdict);
    }
    for (const { definition } of places) list.push(...missingIn(way, definition, depth, byPath));
  };
  const { node: outermost, bare } = findStanza(root, corpus, byId);
  const places = knownRoot(root, corpus, byId);
  const around = bare ? [{ node: outermost, tag: outermost.tag, use: undefined }] : [];
  walk([...around, stepTo(root, places)], places, 0, undefined);
  return list;
}

/** The nodes from the outermost one to the one that is annotated. */
type Way = readonly PathStep<CapturedNode>[];

const nodeOf = (way: Way): CapturedNode => (way.at(-1) as PathStep<CapturedNode>).node;

const stepTo = (node: CapturedNode, places: readonly KnownNode[]): PathStep<CapturedNode> => ({
  node,
  tag: node.tag,
  use: places[0]?.use,
});

/** What a node lacks, by the verdicts on it. What is required only if something holds is lacked only there. */
function missingIn(
  way: Way,
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
    if (verdict?.verdict !== 'contradicts' || hasPart(nodeOf(way), fact)) return [];
    const { how } = verdict;
    const isRequired =
      how.kind === 'condition'
        ? how.how === 'required-if' && factCondition(fact, 'requiredIf', { way, contentOf }) !== false
        : how.kind === 'missing-attribute' || how.kind === 'missing-child';
    if (!isRequired) return [];
    const name = fact.kind === 'child' ? `<${fact.name}>` : fact.name;
    return [{ depth, part: { kind: 'missing', name }, verdict }];
  });
}

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
