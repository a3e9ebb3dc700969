import { match } from '../../../lib/capture/match/match.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import { legOf } from '../../../lib/corpus/match/leg.ts';
import { type Condition, parsePredicate } from '../../../lib/corpus/match/parse-predicate.ts';
import type { OneWay } from '../../../lib/corpus/match/stanza-direction.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { DefinedNode } from '../../../lib/corpus/model/defined-node.ts';
import type { Echo } from '../../../lib/schema/types.generated.ts';
import type { SeededRandom } from '../../corpus/seeded-random.ts';
import { buildNode, valueFor } from './build-node.ts';
import { attributeOf, mapNodes, withAttribute, withoutAttribute } from './edit-node.ts';
import { holds } from './holds.ts';
import { type StockStanza, stanzaStock } from './stanza-stock.ts';

/** Who talks in a call. */
export interface CallNames {
  readonly call: string;
  readonly creator: string;
  readonly self: string;
  readonly peer: string;
  /** The seconds since 1970 at which it begins. */
  readonly seconds: number;
}

/** What a stanza of a call has to be. */
export interface Wanted {
  readonly stanza: string;
  readonly direction: OneWay;
  readonly with: string | undefined;
  readonly names: CallNames;
  readonly id: string;
  /** Milliseconds since the beginning of the call. */
  readonly at: number;
  /** What it answers, and what it repeats of that. */
  readonly answered: { readonly root: CapturedNode; readonly echoes: readonly Echo[] } | undefined;
  /** The stanzas that came earlier in the call. */
  readonly before: readonly string[];
}

/**
 * A stanza that a step asks for and the spec allows at its place in the call: made from a recorded one, if there is one,
 * with the names of this call. undefined if no such stanza can be made.
 */
export function composeStanza(
  wanted: Wanted,
  corpus: Corpus,
  random: SeededRandom,
): CapturedNode | undefined {
  const { stanza, direction, before } = wanted;
  const stock = stanzaStock(corpus, stanza, direction);
  const ranked = shuffled(stock, random)
    .map((one) => ({ root: one.root, fit: fit(one, wanted) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_TRIED);
  for (const { root } of ranked) {
    const composed = named(fulfilled(echoed(root, wanted), wanted, corpus), wanted);
    const captured = { root: composed, form: 'xml', direction, line: 1, column: 1 };
    const review = match(captured, corpus, undefined, before, wanted.answered !== undefined);
    const isRight =
      review.stanza === stanza &&
      holds(wanted.with, { root: composed, direction }) !== false &&
      review.verdicts.every(({ verdict }) => verdict !== 'contradicts');
    if (isRight) return composed;
  }
  return undefined;
}

/** A list in another order. */
export const shuffled = <T>(list: readonly T[], random: SeededRandom): readonly T[] =>
  list
    .map((one) => ({ one, rank: random.int(0, 1_000_000) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);

/** So many stanzas are tried: the others are like them. */
const MOST_TRIED = 20;

/** How much of what is wanted a stanza has already. */
function fit({ root, origin }: StockStanza, wanted: Wanted): number {
  const repeated = (wanted.answered?.echoes ?? []).filter(({ attribute }) => !ADDRESSES.has(attribute));
  const equal = repeated.every((echo) => attributeOf(root, echo.attribute) === echoOf(echo, wanted));
  const isWith = holds(wanted.with, { root, direction: wanted.direction }) === true;
  return (isWith ? 4 : 0) + (equal ? 2 : 0) + (origin === 'recorded' ? 1 : 0);
}

/** Attributes of the outermost node that every call has its own values for. */
const ADDRESSES: ReadonlySet<string> = new Set(['id', 'from', 'to', 't']);

function echoOf({ attribute, of = attribute, of_payload }: Echo, { answered }: Wanted): string | undefined {
  if (answered === undefined) return undefined;
  return of_payload === true ? answered.root.children[0]?.tag : attributeOf(answered.root, of);
}

/** With what it repeats of the stanza that it answers. */
function echoed(root: CapturedNode, wanted: Wanted): CapturedNode {
  return (wanted.answered?.echoes ?? []).reduce((node, echo) => {
    const value = echoOf(echo, wanted);
    return value === undefined
      ? withoutAttribute(node, echo.attribute)
      : withAttribute(node, echo.attribute, value);
  }, root);
}

/** With what its step says of it. */
function fulfilled(root: CapturedNode, wanted: Wanted, corpus: Corpus): CapturedNode {
  if (wanted.with === undefined || holds(wanted.with, { root, direction: wanted.direction }) === true)
    return root;
  const predicate = parsePredicate(wanted.with);
  const defined = corpus.nodeOf.stanza.get(wanted.stanza);
  if ('error' in predicate || defined === undefined) return root;
  return predicate.conditions.reduce(
    (node, condition) => meet(node, condition.tags, defined, condition, { wanted, corpus }),
    root,
  );
}

function meet(
  node: CapturedNode,
  [tag, ...rest]: readonly string[],
  defined: DefinedNode | undefined,
  { part, test }: Pick<Condition, 'part' | 'test'>,
  about: { readonly wanted: Wanted; readonly corpus: Corpus },
): CapturedNode {
  const leg = legOf(about.wanted.direction) ?? 'sent';
  if (tag === undefined) {
    if (typeof part === 'string') return node;
    if (test === 'absent') return withoutAttribute(node, part.attribute);
    const fact = defined?.attributes.find(({ name }) => name === part.attribute);
    const value = test === 'present' ? fact && valueFor(fact, about.corpus) : test.value;
    return value === undefined ? node : withAttribute(node, part.attribute, value);
  }
  if (part === 'node' && rest.length === 0 && test === 'absent') {
    return { ...node, children: node.children.filter((child) => child.tag !== tag) };
  }
  const inside = defined?.children.find(({ fact }) => fact.name === tag)?.node;
  const place = node.children.findIndex((child) => child.tag === tag);
  const children =
    place !== -1
      ? node.children
      : inside === undefined
        ? node.children
        : [...node.children, buildNode(tag, inside, leg, about.corpus)];
  const at = place === -1 ? children.length - 1 : place;
  const child = children[at];
  if (child === undefined || child.tag !== tag) return node;
  return { ...node, children: children.with(at, meet(child, rest, inside, { part, test }, about)) };
}

/** With the names of the call, where a recorded stanza has the placeholders of another one. */
function named(root: CapturedNode, { names, id, at, direction, answered }: Wanted): CapturedNode {
  const outer: Readonly<Record<string, string>> = {
    id,
    from: direction === 'incoming' ? names.peer : names.self,
    to: names.peer,
    t: String(names.seconds + Math.floor(at / 1000)),
  };
  const kept = new Set((answered?.echoes ?? []).map(({ attribute }) => attribute));
  return mapNodes(root, (node, depth) => ({
    ...node,
    attributes: node.attributes.map((attribute) => {
      const own = depth === 0 && !kept.has(attribute.name) ? outer[attribute.name] : undefined;
      const ofCall = { 'call-id': names.call, 'call-creator': names.creator }[attribute.name];
      return { ...attribute, value: own ?? ofCall ?? realValue(attribute.value) };
    }),
  }));
}

/** An account as a log has it, where a capture has a letter. */
const realValue = (value: string): string =>
  value.replace(/^([A-Z])(?=[.:@].*[a-z])/, (letter) => String(15_550_100_000 + letter.charCodeAt(0)));
