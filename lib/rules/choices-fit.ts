import { type Leg, presenceOn } from '../corpus/match/leg.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { DefinedNode } from '../corpus/model/defined-node.ts';
import { enumOfType } from '../corpus/model/enum-of-type.ts';
import type { Fact } from '../corpus/model/fact.ts';
import { clip } from '../text/clip.ts';
import { suggest } from '../text/suggest.ts';
import { findingAt } from './parts/finding-at.ts';
import { type DescribedNode, nodesOf } from './parts/nodes-of.ts';
import { repeated } from './parts/repeated.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * Each choice of a node has its own id, its members are parts of the node, no part is a member of two, and none
 * is always there while another may be.
 */
export const choicesFit: Rule = {
  name: 'choices-fit',
  codes: ['node/duplicate-choice', 'choice/unknown-member', 'choice/two-choices', 'choice/always'],
  check(corpus, report) {
    for (const described of nodesOf(corpus)) {
      const { entry, node, pointer } = described;
      for (const { name: id, index, first } of repeated(node.one_of ?? [], (one) => one.id)) {
        const { line } = entry.source.place([...pointer, 'one_of', first, 'id']);
        const at = [...pointer, 'one_of', index, 'id'];
        report(findingAt(entry, at, 'node/duplicate-choice', { id, line }));
      }
      checkMembers(described, corpus, report);
    }
  },
};

function checkMembers({ entry, node, pointer, whole }: DescribedNode, corpus: Corpus, report: Report): void {
  const own = node.one_of ?? [];
  const shared = (whole?.choices ?? []).filter(({ name }) => own.every(({ id }) => id !== name));
  const choiceOf = new Map(
    shared.flatMap(({ name, choice }) => (choice?.of ?? []).map((member) => [member, name])),
  );
  for (const [i, { id, of }] of own.entries()) {
    for (const [n, member] of of.entries()) {
      const at = [...pointer, 'one_of', i, 'of', n];
      const other = choiceOf.get(member);
      if (other !== undefined && other !== id) {
        report(findingAt(entry, at, 'choice/two-choices', { member, other }));
      }
      choiceOf.set(member, other ?? id);
      if (whole === undefined) continue;
      if (isPart(member, whole, corpus)) {
        const leg = LEGS.find((one) => isAlwaysOn(one, member, of, whole));
        if (leg !== undefined) report(findingAt(entry, at, 'choice/always', { member, choice: id, leg }));
        continue;
      }
      const known = [
        ...whole.attributes.map(({ name }) => `@${name}`),
        ...whole.children.map(({ fact }) => fact.name),
      ];
      const args = { member: clip(member, 80), suggestion: suggest(member, known) };
      report(findingAt(entry, at, 'choice/unknown-member', args));
    }
  }
}

const LEGS = ['sent', 'delivered'] as const satisfies readonly Leg[];

/** Whether a member is always there on a leg on which another one may be. */
function isAlwaysOn(
  leg: Leg,
  member: string,
  of: readonly string[],
  { attributes, children }: DefinedNode,
): boolean {
  const facts = [...attributes, ...children.map(({ fact }) => fact)];
  const factOf = (one: string): Fact | undefined =>
    facts.find(({ kind, name }) => (kind === 'attribute' ? `@${name}` : name) === one);
  const fact = factOf(member);
  // Of a child with any tag that is always there, each tag may be missing.
  if (fact === undefined || fact.onlyIf !== undefined || presenceOn(leg, fact) !== 'always') return false;
  return of.some((other) => {
    const one = factOf(other);
    return other !== member && (one === undefined || presenceOn(leg, one) !== 'never');
  });
}

function isPart(member: string, { attributes, children }: DefinedNode, corpus: Corpus): boolean {
  if (member.startsWith('@')) return attributes.some(({ name }) => name === member.slice(1));
  return children.some(({ fact: { name, child } }) => {
    if (name !== '*') return name === member;
    const tags = corpus.definitions.enum.get(enumOfType(child?.tags_from) ?? '')?.data.values;
    return tags === undefined || tags.some(({ value }) => value === member);
  });
}
