import type { NodeData } from '../../../lib/corpus/facts/define-nodes.ts';
import { stanzasOfNode, usesOfNode } from '../../../lib/corpus/facts/uses-of-node.ts';
import { titleOf } from '../../../lib/corpus/lookup/title-of.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { Child, Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import { ownerRef } from '../indexes/facts-by-owner.ts';
import type { Links } from '../links/links.ts';
import type { Ref } from '../links/ref.ts';
import { firstSentence } from '../text/first-sentence.ts';
import { type PresenceWord, presenceWords } from '../views/presence-words.ts';
import { OCCURRENCES } from './occurrences.ts';

/** A place that uses a shared node. */
export interface UseView {
  /** The display name of the stanza or node around it. */
  readonly owner: string;
  /** The place, by the path of the child that is the shared node. */
  readonly place: Ref;
  readonly occurrence: string;
  readonly presence: readonly PresenceWord[];
  /** undefined for the outermost node of a stanza. */
  readonly confidence: Confidence | undefined;
  readonly when: Prose | undefined;
  /** What differs there, as sentences. The order of children and the rest of a description are at the place. */
  readonly differs: readonly Prose[];
}

/** The places that use a shared node, with what differs at each. */
export function useViews(id: string, corpus: Corpus, links: Links): UseView[] {
  const shared = new Set((corpus.factsOf.node.get(id) ?? []).map(({ anchor }) => anchor));
  const outermost = stanzasOfNode(corpus, id).map((entry): UseView => {
    return {
      owner: titleOf(entry),
      place: { text: `<${entry.data.tag}>`, href: links.definition('stanza', entry.id) },
      occurrence: 'the outermost node',
      presence: [],
      confidence: undefined,
      when: undefined,
      differs: differences(entry.data, shared),
    };
  });
  const inside = usesOfNode(corpus, id).map((fact) => ({
    owner: ownerRef(fact, corpus, links).text,
    place: { text: fact.anchor, href: links.fact(fact) },
    occurrence: fact.occurrence === undefined ? '' : OCCURRENCES[fact.occurrence].words,
    presence: presenceWords(fact),
    confidence: fact.confidence,
    when: fact.when,
    differs: differences(fact.child ?? {}, shared),
  }));
  return [...outermost, ...inside];
}

type Use = Partial<Pick<Child, 'description' | 'without'>> & NodeData;

function differences(use: Use, shared: ReadonlySet<string>): Prose[] {
  const parts = ownParts(use);
  const replaced = parts.filter((part) => shared.has(part));
  const added = parts.filter((part) => !shared.has(part));
  const { description, without } = use;
  return [
    ...(description === undefined ? [] : [firstSentence(description)]),
    ...(without === undefined ? [] : [`Without ${listOf(without)}.`]),
    ...(replaced.length === 0 ? [] : [`Its own ${listOf(replaced)}.`]),
    ...(added.length === 0 ? [] : [`Also ${listOf(added)}.`]),
  ];
}

/** The anchors of what a use describes itself, in the order of the file. */
const ownParts = ({ attributes = [], content, one_of: choices = [], children = [] }: NodeData): string[] => [
  ...attributes.map(({ name }) => `@${name}`),
  ...(content === undefined ? [] : ['text()']),
  ...choices.map(({ id }) => `one_of(${id})`),
  ...children.map(({ tag }) => tag),
];

const listOf = (anchors: readonly string[]): Prose => anchors.map((one) => `\`${one}\``).join(', ');
