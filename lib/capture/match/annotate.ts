import type { Corpus } from '../../corpus/model/corpus.ts';
import { type KnownNode, knownChild, knownRoot } from '../lookup/known-node.ts';
import type { CapturedAttribute, CapturedNode } from '../tree/captured-node.ts';
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
export function annotate(root: CapturedNode, { verdicts }: StanzaReview, corpus: Corpus): Annotated[] {
  const byPath = new Map(verdicts.map((one) => [one.path, one]));
  const list: Annotated[] = [];

  const walk = (node: CapturedNode, places: readonly KnownNode[], depth: number, at: Verdict | undefined) => {
    const find = (anchorOf: (anchor: string) => string): Verdict | undefined => {
      for (const { owner, anchor } of places) {
        const found = byPath.get(`${owner}:${anchorOf(anchor)}`);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    list.push({ depth, part: { kind: 'node', node }, verdict: at });
    const seen = new Set<string>();
    for (const attribute of node.attributes) {
      seen.add(attribute.name);
      const verdict = find((anchor) => `${anchor}@${attribute.name}`);
      list.push({ depth, part: { kind: 'attribute', attribute }, verdict });
    }
    if (node.content !== undefined) {
      const verdict = find((anchor) => (anchor === '' ? 'text()' : `${anchor}/text()`));
      list.push({ depth, part: { kind: 'content', node }, verdict });
    }
    for (const child of node.children) {
      const inside = knownChild(places, child.tag);
      const verdict = find((anchor) => (anchor === '' ? child.tag : `${anchor}/${child.tag}`));
      const wild = find((anchor) => (anchor === '' ? '*' : `${anchor}/*`));
      walk(child, inside, depth + 1, verdict ?? wild);
    }
    for (const { owner, anchor } of places) {
      for (const verdict of verdicts) {
        if (verdict.verdict !== 'contradicts') continue;
        const { how } = verdict;
        if (how.kind === 'missing-attribute' && verdict.path === `${owner}:${anchor}@${how.name}`) {
          if (!seen.has(how.name)) list.push({ depth, part: { kind: 'missing', name: how.name }, verdict });
        } else if (how.kind === 'missing-child') {
          const path = `${owner}:${anchor === '' ? how.tag : `${anchor}/${how.tag}`}`;
          if (verdict.path === path && !node.children.some(({ tag }) => tag === how.tag)) {
            list.push({ depth, part: { kind: 'missing', name: `<${how.tag}>` }, verdict });
          }
        }
      }
    }
  };
  walk(root, knownRoot(root, corpus), 0, undefined);
  return list;
}
