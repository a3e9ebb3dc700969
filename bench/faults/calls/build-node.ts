import type { CapturedAttribute, CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { type Leg, orderOn, presenceOn } from '../../../lib/corpus/match/leg.ts';
import { baseOfType } from '../../../lib/corpus/match/value-fits.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import { enumOfType } from '../../../lib/corpus/model/enum-of-type.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';

const BY_BASE = {
  string: 'text',
  int: '1',
  hex: '0a0b0c',
  bytes: '0a0b0c',
  bool: '1',
  jid: '15550100777@example.net',
  timestamp: '1767323096',
} as const;

/**
 * The least node that a definition allows on a leg: what it requires, with values that were observed, or else of
 * their types.
 */
export function buildNode(tag: string, defined: DefinedNode, leg: Leg, corpus: Corpus): CapturedNode {
  const chosen = chosenMembers(defined);
  const isDue = (fact: Fact, member: string): boolean =>
    chosen.has(member) || (presenceOn(leg, fact) === 'always' && fact.onlyIf === undefined);
  const attributes = defined.attributes
    .filter((fact) => isDue(fact, `@${fact.name}`))
    .map((fact): CapturedAttribute => ({ name: fact.name, value: valueFor(fact, corpus), cut: false }));
  const children = inOrder(
    defined.children.filter(({ fact }) => isDue(fact, fact.name)),
    orderOn(leg, defined),
  ).map(({ fact, node }) => buildNode(fact.name === '*' ? 'any' : fact.name, node, leg, corpus));
  const { content } = defined;
  const hasContent = content !== undefined && children.length === 0 && presenceOn(leg, content) === 'always';
  return {
    tag,
    attributes,
    children,
    content: hasContent ? { kind: 'text', text: valueFor(content, corpus) } : undefined,
    cut: false,
  };
}

/** A value that the fact of an attribute or a content allows. */
export function valueFor({ value, observed, type = 'string' }: Fact, corpus: Corpus): string {
  const listed = enumOfType(type);
  const ofEnum =
    listed === undefined ? undefined : corpus.definitions.enum.get(listed)?.data.values[0]?.value;
  const own = corpus.definitions.type.get(type)?.data.examples?.[0];
  const base = baseOfType(type, corpus.definitions.type) ?? 'string';
  return value ?? observed[0] ?? ofEnum ?? own ?? BY_BASE[base];
}

/** One member of each choice that requires one. */
const chosenMembers = ({ choices }: DefinedNode): ReadonlySet<string> =>
  new Set(choices.flatMap(({ choice }) => (choice?.occurrence === '1' ? (choice.of[0] ?? []) : [])));

function inOrder(
  children: readonly DefinedChild[],
  order: readonly string[] | undefined,
): readonly DefinedChild[] {
  if (order === undefined) return children;
  const rank = ({ fact }: DefinedChild): number => order.indexOf(fact.name);
  return children.toSorted((a, b) => rank(a) - rank(b));
}
