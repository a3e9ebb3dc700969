import type { Stanza } from '../../../schema/types.generated.ts';
import { isEnvelope, wrapsPayload } from '../../match/is-stanza.ts';
import type { Corpus } from '../../model/corpus.ts';
import type { DefinedNode } from '../../model/defined-node.ts';
import type { Fact } from '../../model/fact.ts';
import type { Extracted, Statement } from './statement.ts';

/** A tag that stands for any. */
export const ANY_TAG = '*';

/** A fact with a statement about the same thing. */
export interface Matched {
  readonly fact: Fact;
  readonly statement: Statement;
  /** The stanza as which the tree was taken. */
  readonly stanza: string;
  /** Whether the tree is certainly of that stanza: it may be of others with the same tag as well. */
  readonly certain: boolean;
}

/** The statements of an extracted tree that speak of facts, and those of which its stanzas have no fact. */
export interface MatchedTree {
  readonly matched: readonly Matched[];
  readonly unknown: readonly Statement[];
}

/** Finds what an extracted tree says of the facts of the stanzas that it may be. */
export function matchStatements(corpus: Corpus, extracted: Extracted): MatchedTree {
  const ofTag = [...corpus.definitions.stanza.values()].filter(({ data }) => data.tag === extracted.tag);
  const wraps = wrapsPayload(ofTag.map(({ data }) => data));
  const matched = new Map<string, Matched>();
  const known = new Set<Statement>();
  let isKnown = false;
  for (const { id, data } of ofTag) {
    const likeness = likenessOf(extracted, data, wraps);
    const root = corpus.nodeOf.stanza.get(id);
    if (likeness === 'other' || root === undefined) continue;
    const certain = likeness === 'same';
    isKnown ||= certain;
    for (const [i, statement] of extracted.statements.entries()) {
      // Any payload of an envelope says nothing of its own.
      if (isPayload(statement) && (isEnvelope(data) || statement.name === ANY_TAG)) known.add(statement);
      for (const fact of factsFor(root, statement)) {
        known.add(statement);
        const key = `${fact.path} ${i}`;
        if (matched.get(key)?.certain !== true) matched.set(key, { fact, statement, stanza: id, certain });
      }
    }
  }
  return {
    matched: [...matched.values()],
    unknown: isKnown ? extracted.statements.filter((one) => !known.has(one)) : [],
  };
}

const isPayload = ({ kind, node }: Statement): boolean => kind === 'child' && node.length === 0;

/** Whether a tree is a stanza, by its leg, by what `match` names, and by its payload; `maybe` if it may be another. */
function likenessOf(
  { leg, statements }: Extracted,
  stanza: Stanza,
  wraps: boolean,
): 'same' | 'maybe' | 'other' {
  const way = leg === 'sent' ? 'outgoing' : 'incoming';
  if (!stanza.direction.some((one) => one === way || one === 'bidirectional')) return 'other';
  if (isEnvelope(stanza)) return 'same';
  const named = (stanza.match?.attributes ?? []).map(({ name, values }) => {
    const stated = statements.find(
      (one) => one.kind === 'attribute' && one.node.length === 0 && one.name === name,
    );
    if (stated === undefined) return 'other';
    if (stated.values === undefined) return 'maybe';
    if (stated.values.every((value) => values.includes(value))) return 'same';
    return stated.values.some((value) => values.includes(value)) ? 'maybe' : 'other';
  });
  const payload =
    stanza.match?.payload ??
    (wraps
      ? (stanza.children ?? []).filter((one) => one.occurrence.startsWith('1')).map(({ tag }) => tag)
      : []);
  const tags = statements.filter(isPayload).map(({ name }) => name);
  if (payload.length > 0) {
    const isAny = tags.length === 0 || tags.includes(ANY_TAG);
    named.push(tags.some((tag) => payload.includes(tag)) ? 'same' : isAny ? 'maybe' : 'other');
  }
  return named.find((one) => one === 'other') ?? named.find((one) => one === 'maybe') ?? 'same';
}

function factsFor(root: DefinedNode, { kind, name, node }: Statement): readonly Fact[] {
  let nodes: readonly DefinedNode[] = [root];
  for (const tag of node) {
    const fits = (ours: string): boolean => [ours, tag].includes(ANY_TAG) || ours === tag;
    nodes = nodes.flatMap(({ children }) =>
      children.filter((one) => fits(one.fact.name)).map((one) => one.node),
    );
  }
  switch (kind) {
    case 'attribute':
      return nodes.flatMap(({ attributes }) => attributes.filter((one) => one.name === name));
    case 'child':
      return nodes.flatMap(({ children }) =>
        children.flatMap(({ fact }) => (fact.name === name ? [fact] : [])),
      );
    case 'content':
      return nodes.flatMap(({ content }) => content ?? []);
    default:
      return kind satisfies never;
  }
}
