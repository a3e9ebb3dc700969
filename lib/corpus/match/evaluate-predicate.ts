import { memoizeBy } from '../memoize-by.ts';
import type { Fact } from '../model/fact.ts';
import { type Leg, legOf } from './leg.ts';
import type { MatchedNode, MatchOptions } from './match-step.ts';
import { type Condition, type ParsedPredicate, type Predicate, parsePredicate } from './parse-predicate.ts';

/** Whether something holds; undefined if it is not known. */
export type Truth = boolean | undefined;

/** A node on the way from the outermost node to the part that a predicate is about. */
export interface PathStep<N> {
  readonly node: N;
  /** The tag of its definition, which is * for a node that may have any tag. */
  readonly tag: string;
  /** The shared node that it is. */
  readonly use: string | undefined;
}

/** What is known of the stanza that a predicate is evaluated on. */
export type Situation<N extends MatchedNode<N>> = Pick<MatchOptions<N>, 'contentOf' | 'leg' | 'before'> & {
  /** From the node where anchors start to the node that the predicate is about: of nodes with one path, that one counts. */
  readonly way: readonly PathStep<N>[];
};

/**
 * Whether a predicate holds. It does not if one of its conditions does not; it is not known if one of them is not: in
 * what was cut off, without a direction, without a history of the call.
 */
export function evaluatePredicate<N extends MatchedNode<N>>(
  { direction, earlier, conditions }: Predicate,
  situation: Situation<N>,
): Truth {
  const { leg, before } = situation;
  const truths: Truth[] = [
    ...(direction === undefined ? [] : [sameLeg(legOf(direction), leg)]),
    ...earlier.map(({ stanza, came }) => before && before.includes(stanza) === came),
    ...conditions.map((condition) => conditionHolds(condition, situation)),
  ];
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

const sameLeg = (asked: Leg | undefined, leg: Leg | undefined): Truth =>
  leg === undefined ? undefined : leg === asked;

/**
 * Whether a condition holds. Something is present if one node has it, and absent if a node that could have it does not;
 * a node that is missing itself shows neither.
 */
function conditionHolds<N extends MatchedNode<N>>(
  { tags, part, test }: Condition,
  { way, contentOf }: Situation<N>,
): Truth {
  const { nodes, isCut } = nodesAt(way, part === 'node' ? tags.slice(0, -1) : tags);
  const last = tags.at(-1) ?? '*';
  const has = (node: N): boolean => {
    if (part === 'node') return childrenOf(node, last).length > 0;
    if (part === 'content') return contentOf(node) !== undefined;
    return node.attributes.some(({ name }) => name === part.attribute);
  };
  // What was cut off may be what is asked for.
  const lost = nodes.map((node) => (node.cut === true && !has(node) ? undefined : false));
  const some = (truths: readonly Truth[]): Truth => {
    if (truths.includes(true)) return true;
    return isCut || truths.includes(undefined) ? undefined : false;
  };
  switch (test) {
    case 'present':
      return some([...nodes.map(has), ...lost]);
    case 'absent':
      return some([...nodes.map((node) => node.cut !== true && !has(node)), ...lost]);
    default: {
      const isValue = (node: N): Truth => {
        const found = contentOf(node);
        const text = found?.text ?? found?.hex?.();
        return found !== undefined && text === undefined ? undefined : text === test.value;
      };
      const truths = nodes.flatMap((node): Truth[] => {
        if (part === 'node') return childrenOf(node, last).map(isValue);
        if (part === 'content') return [isValue(node)];
        return node.attributes
          .filter(({ name }) => name === part.attribute)
          .map(({ value, cut }) => (cut === true ? undefined : value === test.value));
      });
      return some([...truths, ...lost]);
    }
  }
}

const childrenOf = <N extends MatchedNode<N>>({ children }: N, tag: string): readonly N[] =>
  tag === '*' ? children : children.filter((child) => child.tag === tag);

/** The nodes at a path, and whether some of them may have been cut off. */
function nodesAt<N extends MatchedNode<N>>(
  way: readonly PathStep<N>[],
  tags: readonly string[],
): { readonly nodes: readonly N[]; readonly isCut: boolean } {
  let depth = 0;
  for (let next = way[1]; next !== undefined; next = way[depth + 1]) {
    const tag = tags[depth];
    if (tag !== next.tag && tag !== next.node.tag) break;
    depth += 1;
  }
  const start = way[depth];
  let nodes: readonly N[] = start === undefined ? [] : [start.node];
  let isCut = false;
  for (const tag of tags.slice(depth)) {
    isCut ||= nodes.some(({ cut }) => cut === true);
    nodes = nodes.flatMap((node) => childrenOf(node, tag));
  }
  return { nodes, isCut };
}

const predicatesOf = memoizeBy(
  ({
    onlyIf,
    requiredIf,
  }: Fact): { readonly [K in 'onlyIf' | 'requiredIf']: ParsedPredicate | undefined } => ({
    onlyIf: onlyIf === undefined ? undefined : parsePredicate(onlyIf),
    requiredIf: requiredIf === undefined ? undefined : parsePredicate(requiredIf),
  }),
);

/**
 * Whether a condition of a fact holds; undefined if it is not known, or cannot be parsed, which a rule reports. The
 * anchors of a fact of a shared node start at that node, and those of any other fact at the outermost node.
 * @param situation with the way from the outermost node
 */
export function factCondition<N extends MatchedNode<N>>(
  fact: Fact,
  key: 'onlyIf' | 'requiredIf',
  situation: Situation<N>,
): Truth {
  if (fact[key] === undefined) return undefined;
  const predicate = predicatesOf(fact)[key];
  if (predicate === undefined || 'error' in predicate) return undefined;
  const { way } = situation;
  const start = fact.ownerKind === 'node' ? way.findLastIndex(({ use }) => use === fact.owner) : 0;
  return evaluatePredicate(predicate, { ...situation, way: way.slice(Math.max(0, start)) });
}
