import { openDisputes } from '../../../lib/corpus/disputes/open-disputes.ts';
import { refutedFacts } from '../../../lib/corpus/disputes/refuted-facts.ts';
import type { Fact } from '../../../lib/corpus/model/fact.ts';
import type { Confidence, Prose } from '../../../lib/schema/types.generated.ts';
import type { Links } from '../links/links.ts';
import type { MemberRef, Ref } from '../links/ref.ts';
import { type FactViewContext, membersOf, typeRef } from '../views/fact-view.ts';
import { type PresenceWord, presenceWords } from '../views/presence-words.ts';
import { choiceWords } from './choice-words.ts';
import { OCCURRENCES } from './occurrences.ts';

/** A fact of a shared node or an envelope at a place that uses it. Its evidence is on the page of its owner. */
export interface SharedFactView {
  /** The id of its element at the place. */
  readonly anchor: string;
  /** Its name, after the tags between it and the node that is used. */
  readonly name: string;
  readonly type: Ref | undefined;
  readonly value: string | undefined;
  readonly presence: readonly PresenceWord[];
  /** Of children: how often. */
  readonly occurrenceWords: string | undefined;
  /** Whether an open dispute denies that it exists. */
  readonly refuted: boolean;
  readonly confidence: Confidence;
  /** Of choices: their members. */
  readonly choice: { readonly words: string; readonly members: readonly MemberRef[] } | undefined;
  readonly description: Prose;
  readonly openDisputes: number;
  /** Of a child that is a shared node itself: what is in it. */
  readonly inside: readonly SharedName[];
  /** The definition that holds it, by its id. */
  readonly owner: Ref;
  /** Its place there. */
  readonly home: string;
}

/** A fact of a shared node at a place that has no room for more than its name. */
export interface SharedName {
  /** The id of its element at the place. */
  readonly anchor: string;
  readonly name: string;
  /** Its place on the page of the definition that holds it; undefined on a page that has no room for more links. */
  readonly home: string | undefined;
}

export const sharedName = (fact: Fact, within: string, links: Links): SharedName => ({
  anchor: fact.anchor,
  name: nameBelow(within, fact),
  home: links.fact(fact),
});

/** @param within the anchor of the node that is used; '' for the outermost one */
export function sharedFactView(
  fact: Fact,
  within: string,
  inside: readonly SharedName[],
  { links, corpus, directions }: Pick<FactViewContext, 'links' | 'corpus' | 'directions'>,
): SharedFactView {
  const { anchor, kind, occurrence, choice } = fact;
  const refuted = refutedFacts(corpus).has(fact.path);
  return {
    anchor,
    name: nameBelow(within, fact),
    type: typeRef(fact, links),
    value: fact.value,
    presence: refuted ? [] : presenceWords(fact, directions),
    occurrenceWords: kind === 'child' && occurrence !== undefined ? OCCURRENCES[occurrence].words : undefined,
    refuted,
    confidence: fact.confidence,
    choice: choice === undefined ? undefined : { words: choiceWords(fact), members: membersOf(fact, corpus) },
    description: fact.description,
    openDisputes: openDisputes([fact], corpus),
    inside,
    owner: links.ref(fact.ownerKind, fact.owner),
    home: links.fact(fact),
  };
}

function nameBelow(within: string, { anchor, kind, name, node }: Fact): string {
  const above = node.slice(within.length).replace(/^\//, '');
  switch (kind) {
    case 'attribute':
    case 'value':
    case 'step':
    case 'requirement':
    case 'field':
    case 'procedure':
      return above === '' ? name : `${above}@${name}`;
    case 'child':
      return `<${anchor.slice(within.length).replace(/^\//, '')}>`;
    case 'content':
      return above === '' ? 'content' : `content of <${above}>`;
    case 'choice':
      return above === '' ? 'choice' : `choice in <${above}>`;
    default:
      return kind satisfies never;
  }
}
