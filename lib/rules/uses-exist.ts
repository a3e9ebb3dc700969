import { MAX_DEFINED_DEPTH, MAX_USED_FACTS, type NodeData, usesIn } from '../corpus/facts/define-nodes.ts';
import { usesOfNode } from '../corpus/facts/uses-of-node.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { anchorBelow, factsOfNode } from '../corpus/model/defined-node.ts';
import { loadedCompletely } from '../corpus/model/loaded-completely.ts';
import { postOrder } from '../corpus/post-order.ts';
import type { Child } from '../schema/types.generated.ts';
import type { Pointer } from '../source/mark.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { checkReference } from './parts/check-reference.ts';
import { findingAt } from './parts/finding-at.ts';
import { type DescribedNode, nodesOf } from './parts/nodes-of.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * Shared nodes that are used exist, have the tag and the parts that are named, and do not contain themselves; each is
 * used; and a place says of none of them that it is not there, and that it is.
 */
export const usesExist: Rule = {
  name: 'uses-exist',
  codes: [
    'reference/node',
    'node/circle',
    'node/too-large',
    'node/other-tag',
    'node/unknown-part',
    'node/own-part',
    'node/used-apart',
    'node/unused',
  ],
  check(corpus, report) {
    for (const { entry, node, pointer } of nodesOf(corpus)) {
      if (pointer.length === 0 && 'use' in entry.data) checkUse(corpus, report, entry, entry.data, pointer);
      for (const [i, child] of (node.children ?? []).entries()) {
        checkUse(corpus, report, entry, child, [...pointer, 'children', i]);
      }
    }
    checkGraph(corpus, report);
  },
};

function checkUse(
  corpus: Corpus,
  report: Report,
  entry: DescribedNode['entry'],
  { tag, use, without = [], apart, ...own }: NodeData & Pick<Child, 'tag' | 'use' | 'without' | 'apart'>,
  at: Pointer,
): void {
  if (use !== undefined) {
    checkReference(corpus, report, 'node', use, entry, [...at, 'use']);
    const expected = corpus.definitions.node.get(use)?.data.tag;
    if (expected === undefined) return;
    if (expected !== tag && expected !== '*' && tag !== '*') {
      report(findingAt(entry, [...at, 'tag'], 'node/other-tag', { tag, use, expected }));
    }
    // A node of any tag gives a child only some attributes, and is not the shared node of its tag.
    if (apart !== undefined && expected === tag && tag !== '*') {
      report(findingAt(entry, [...at, 'apart'], 'node/used-apart', { use }));
    }
  }
  if (without.length === 0) return;
  const described = anchorsOf(own, '');
  const parts = partsOf(use, corpus);
  for (const [i, part] of without.entries()) {
    if (parts.includes(part)) {
      if (!described.includes(part)) continue;
      report(findingAt(entry, [...at, 'without', i], 'node/own-part', { part: clip(part, 80) }));
      continue;
    }
    const args = { part: clip(part, 80), use, suggestion: suggest(part, parts) };
    report(findingAt(entry, [...at, 'without', i], 'node/unknown-part', args));
  }
}

/** The anchors of what a place describes itself, from that place. */
function anchorsOf(
  { attributes = [], content, one_of: choices = [], children = [] }: NodeData,
  at: string,
): string[] {
  return [
    ...attributes.map(({ name }) => anchorBelow(at, `@${name}`)),
    ...(content === undefined ? [] : [anchorBelow(at, 'text()')]),
    ...choices.map(({ id }) => anchorBelow(at, `one_of(${id})`)),
    ...children.flatMap((child) => {
      const below = anchorBelow(at, child.tag);
      return [below, ...anchorsOf(child, below)];
    }),
  ];
}

function partsOf(use: string | undefined, corpus: Corpus): string[] {
  const node = corpus.nodeOf.node.get(use ?? '');
  return node === undefined ? [] : factsOfNode(node).map(({ anchor }) => anchor);
}

function checkGraph(corpus: Corpus, report: Report): void {
  const { definitions, nodeOf, facts } = corpus;
  const uses = new Map([...definitions.node].map(([id, { data }]) => [id, usesIn(data)]));
  const { circles } = postOrder(uses.keys(), (id) => (uses.get(id) ?? []).map(({ use }) => use));
  for (const { from, index, circle } of circles) {
    const entry = definitions.node.get(from);
    const pointer = uses.get(from)?.[index]?.pointer;
    if (entry !== undefined && pointer !== undefined) {
      report(findingAt(entry, pointer, 'node/circle', { circle }));
    }
  }
  const reported = new Set<object>();
  for (const { path, ownerKind, owner, pointer, child } of facts) {
    if (!nodeOf.tooLarge.has(path) || child?.use === undefined || ownerKind === 'enum') continue;
    const entry = definitions[ownerKind].get(owner);
    // The first one of a definition is enough.
    if (entry === undefined || reported.has(entry)) continue;
    reported.add(entry);
    const args = { use: child.use, facts: MAX_USED_FACTS, depth: MAX_DEFINED_DEPTH };
    report(findingAt(entry, [...pointer, 'use'], 'node/too-large', args));
  }
  // A use may be in a file that cannot be read.
  if (!loadedCompletely(corpus, ['stanza', 'node'])) return;
  const used = new Set([...definitions.stanza.values()].map(({ data }) => data.use));
  for (const entry of definitions.node.values()) {
    if (used.has(entry.id) || usesOfNode(corpus, entry.id).length > 0) continue;
    report(findingAt(entry, ['id'], 'node/unused', { id: entry.id }));
  }
}
