import { factAt } from '../../corpus/facts/fact-at.ts';
import { factOfCondition } from '../../corpus/match/fact-of-condition.ts';
import { matchTarget, pathBelow, withinChild } from '../../corpus/match/match-node.ts';
import { type Condition, parsePredicate } from '../../corpus/match/parse-predicate.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DefinedChild, DefinedNode } from '../../corpus/model/defined-node.ts';
import { enumOfType } from '../../corpus/model/enum-of-type.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import type { CapturedNode } from '../tree/captured-node.ts';
import { findStanza } from './find-stanza.ts';

/** What the spec knows of a value: its type, and the values that the spec itself contains. */
export interface KnownValue {
  readonly type: string;
  readonly allowed: ReadonlySet<string>;
}

/** A place in the spec that describes a node: the stanza, or its envelope, or something in one of them. */
export interface KnownNode {
  readonly definition: DefinedNode;
  /** The paths of what it does not describe begin with this: the path of the node, or the definition and a colon. */
  readonly within: string;
  /** The same for attributes: those of an outermost node belong to the envelope. */
  readonly attributesIn: string;
  /** Its paths in the children that it is in, where parts of their shared nodes are that they lack; its own path first. */
  readonly inPlaces: readonly string[];
  /** The shared node that it is. */
  readonly use: string | undefined;
}

/**
 * The places that describe the outermost node of a capture: in the stanza first, then in its envelope.
 * @param byId see {@link findStanza}
 */
export function knownRoot(root: CapturedNode, corpus: Corpus, byId = false): KnownNode[] {
  const { stanza, envelope, bare } = findStanza(root, corpus, byId);
  const places = [stanza, envelope].flatMap((one): KnownNode[] => {
    if (one === undefined) return [];
    const { node, home, attributesIn } = matchTarget(corpus, one.id);
    const within = `${home}:`;
    return [{ definition: node, within, attributesIn: `${attributesIn}:`, inPlaces: [within], use: one.use }];
  });
  return bare ? knownChild(places, root.tag) : places;
}

/** The places that describe a child, given those that describe its parent. */
export const knownChild = (places: readonly KnownNode[], tag: string): KnownNode[] =>
  places.flatMap((parent) =>
    definedChildren([parent], tag).map(({ fact, node }) => {
      const within = withinChild(fact);
      const inPlaces = [fact.path, ...parent.inPlaces.map((place) => pathBelow(place, fact.name))];
      return { definition: node, within, attributesIn: within, inPlaces, use: fact.child?.use };
    }),
  );

/** The definitions of a child, in the places that describe its parent. */
export function definedChildren(places: readonly KnownNode[], tag: string): DefinedChild[] {
  return places.flatMap(({ definition: { children } }) => {
    const named = (name: string) => children.find(({ fact }) => fact.name === name);
    return named(tag) ?? named('*') ?? [];
  });
}

/** What the spec knows of an attribute of a node; undefined if it does not describe it. */
export function knownAttribute(
  places: readonly KnownNode[],
  name: string,
  corpus: Corpus,
): KnownValue | undefined {
  const fact = places.flatMap(({ definition }) => definition.attributes).find((one) => one.name === name);
  return fact === undefined ? undefined : knownValue(fact, corpus);
}

/** What the spec knows of the content of a node; undefined if it describes none. */
export function knownContent(places: readonly KnownNode[], corpus: Corpus): KnownValue | undefined {
  const fact = places.flatMap(({ definition }) => definition.content ?? [])[0];
  return fact === undefined ? undefined : knownValue(fact, corpus);
}

/** Every tag and attribute name of the spec: of its stanzas and its ledger. */
export function knownNames(corpus: Corpus): ReadonlySet<string> {
  return knowledgeOf(corpus).names;
}

/**
 * Whether all words of a name come from the spec: from its tags and names, its enum values and its glossary. Such a name
 * identifies nobody.
 */
export function isOfKnownWords(name: string, corpus: Corpus): boolean {
  if (name.length > 80) return false;
  const { words } = knowledgeOf(corpus);
  return name.split(/[-_]/).every((word) => words.has(word.toLowerCase()));
}

function knownValue({ path, type = 'string', observed, value }: Fact, corpus: Corpus): KnownValue {
  const asked = knowledgeOf(corpus).asked.get(path) ?? [];
  const own = value === undefined ? observed : [...observed, value];
  return { type, allowed: new Set([...own, ...(enumValues(type, corpus) ?? []), ...asked]) };
}

/** The values of the enum that a type names; undefined for another type, or if the spec lacks the enum. */
export function enumValues(type: string, corpus: Corpus): string[] | undefined {
  return corpus.definitions.enum.get(enumOfType(type) ?? '')?.data.values.map(({ value }) => value);
}

interface Knowledge {
  readonly names: ReadonlySet<string>;
  /** The words of them, of the enums and of the glossary, in lower case. */
  readonly words: ReadonlySet<string>;
  /** The values that predicates ask for, by the path of their fact. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

const knowledgeOf = memoizeBy((corpus: Corpus): Knowledge => {
  const names = namesOf(corpus);
  return { names, words: wordsOf(names, corpus), asked: askedOf(corpus) };
});

function namesOf(corpus: Corpus): Set<string> {
  // These tell the direction, so they stay whatever the spec describes.
  const names = new Set<string>(['from', 'to', 't']);
  for (const { data } of corpus.definitions.stanza.values()) names.add(data.tag);
  for (const { data } of corpus.definitions.node.values()) names.add(data.tag);
  for (const { kind, name, child } of corpus.facts) {
    if (kind === 'attribute' || kind === 'child') names.add(name);
    for (const tag of enumValues(child?.tags_from ?? '', corpus) ?? []) names.add(tag);
  }
  for (const { data } of corpus.definitions.ledger.values())
    for (const { name } of data.names) names.add(name);
  return names;
}

function wordsOf(names: ReadonlySet<string>, corpus: Corpus): Set<string> {
  const values = [...corpus.definitions.enum.values()].flatMap(({ data }) => data.values);
  const texts = [
    ...names,
    ...values.map(({ value }) => value),
    ...[...corpus.definitions.glossary.values()].flatMap(({ data }) => data.terms).map(({ term }) => term),
  ];
  // Numbers, and texts that begin with one, are not words.
  const words = texts.flatMap((text) => text.split(/[^A-Za-z0-9]+/)).filter((word) => /^[A-Za-z]/.test(word));
  return new Set(words.map((word) => word.toLowerCase()));
}

function askedOf(corpus: Corpus): Map<string, string[]> {
  const asked = new Map<string, string[]>();
  const add = (text: string, factOf: (condition: Condition) => Fact | undefined): void => {
    const parsed = parsePredicate(text);
    if ('error' in parsed) return;
    for (const condition of parsed.conditions) {
      const path = factOf(condition)?.path;
      if (path === undefined || typeof condition.test === 'string') continue;
      asked.set(path, [...(asked.get(path) ?? []), condition.test.value]);
    }
  };
  for (const question of corpus.questions) {
    for (const { if: text } of question.settles) {
      add(text, (condition) => factOfCondition(condition, question, corpus));
    }
  }
  for (const fact of corpus.facts) {
    const prefix = fact.path.slice(0, fact.path.indexOf(':') + 1);
    for (const text of [fact.onlyIf, fact.requiredIf]) {
      if (text !== undefined) add(text, ({ anchor }) => factAt(corpus, `${prefix}${anchor}`));
    }
  }
  return asked;
}
