import { isEnvelope, isStanza, wrapsPayload } from '../../corpus/match/is-stanza.ts';
import { matchNode, matchTarget } from '../../corpus/match/match-node.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Stanza } from '../../schema/types.generated.ts';
import type { CapturedNode } from '../tree/captured-node.ts';

/** The stanza that describes a captured node, and the one that describes its envelope, if there is one. */
export interface RecognizedStanza {
  readonly stanza: Stanza | undefined;
  /** The other stanza of the same tag whose child is `*`, which holds for every payload. */
  readonly envelope: Stanza | undefined;
  /** The ids of the stanzas that describe it equally well; then none of them is chosen. */
  readonly tied: readonly string[];
  /**
   * The node to compare with the stanza: the captured one, or, for a payload that was captured without its envelope, a
   * node with the envelope's tag and only the payload in it, marked as cut.
   */
  readonly node: CapturedNode;
  /** Whether it is a payload without its envelope. */
  readonly bare: boolean;
}

/**
 * Finds the stanza of a captured node by its tag, its `match` and its children. The only values that count are those
 * that a `match` names. The sanitizer keeps them, so a stanza and its sanitized form always give the same result.
 * @param root no deeper than a stanza may be
 * @param byId whether its id connects it to a described stanza of the same trace. Then it may have other values than a
 *   `match` names, if nothing else describes it: an ack of a receipt is held against the ack of a call
 */
export function findStanza(root: CapturedNode, corpus: Corpus, byId = false): RecognizedStanza {
  const { found } = stanzasOf(corpus);
  let one = found.get(root);
  if (one === undefined) {
    one = search(root, corpus, false);
    found.set(root, one);
  }
  return byId && one.stanza === undefined && one.tied.length === 0 ? search(root, corpus, true) : one;
}

function search(root: CapturedNode, corpus: Corpus, anyValue: boolean): RecognizedStanza {
  const { byTag, byPayload } = stanzasOf(corpus);
  const ofTag = byTag.get(root.tag);
  if (ofTag !== undefined) return chosen(candidates(corpus, root, ofTag, false, anyValue), root, false);
  const wrapping = byPayload.get(root.tag) ?? [];
  const envelopes = wrapping.filter(({ wraps }) => wraps);
  const ranked = (envelopes.length > 0 ? envelopes : wrapping).flatMap((one) =>
    candidates(corpus, wrapped(root, one.tag), one, true, false),
  );
  return chosen(ranked, root, true);
}

/** The values that a `match` of any stanza of a tag names for an attribute of the outermost node. They are public. */
export function matchedValues(tag: string, name: string, corpus: Corpus): ReadonlySet<string> {
  return stanzasOf(corpus).byTag.get(tag)?.values.get(name) ?? NO_VALUES;
}

const NO_VALUES: ReadonlySet<string> = new Set();

/** The stanzas of one tag, in the order of the corpus. */
interface StanzasOfTag {
  readonly tag: string;
  readonly all: readonly Stanza[];
  readonly wraps: boolean;
  readonly envelopes: readonly Stanza[];
  /** Those that have a child, by its tag. */
  readonly naming: ReadonlyMap<string, readonly Stanza[]>;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Stanzas {
  readonly byTag: ReadonlyMap<string, StanzasOfTag>;
  /** Those that have a child at the top, by its tag. */
  readonly byPayload: ReadonlyMap<string, readonly StanzasOfTag[]>;
  /** A cache: the sanitizer, the matcher and notEvidence() ask for the same nodes. */
  readonly found: WeakMap<CapturedNode, RecognizedStanza>;
}

const stanzasOf = memoizeBy((corpus: Corpus): Stanzas => {
  const all = [...corpus.definitions.stanza.values()].map(({ data }) => data);
  const byTag = new Map(
    [...Map.groupBy(all, ({ tag }) => tag)].map(([tag, ofTag]) => [tag, sorted(tag, ofTag)]),
  );
  const byPayload = new Map<string, StanzasOfTag[]>();
  for (const one of byTag.values()) {
    for (const payload of one.naming.keys()) byPayload.set(payload, [...(byPayload.get(payload) ?? []), one]);
  }
  return { byTag, byPayload, found: new WeakMap() };
});

function sorted(tag: string, all: readonly Stanza[]): StanzasOfTag {
  const naming = new Map<string, Stanza[]>();
  const values = new Map<string, Set<string>>();
  for (const stanza of all) {
    for (const child of new Set(stanza.children?.map((one) => one.tag))) {
      if (child !== '*') naming.set(child, [...(naming.get(child) ?? []), stanza]);
    }
    for (const one of stanza.match?.attributes ?? []) {
      values.set(one.name, new Set([...(values.get(one.name) ?? []), ...one.values]));
    }
  }
  return { tag, all, wraps: wrapsPayload(all), envelopes: all.filter(isEnvelope), naming, values };
}

const wrapped = (payload: CapturedNode, tag: string): CapturedNode => ({
  tag,
  attributes: [],
  children: [payload],
  content: undefined,
  cut: true,
});

interface Candidate {
  readonly stanza: Stanza;
  readonly envelope: Stanza | undefined;
  /** The envelope that it names. */
  readonly named: Stanza | undefined;
  readonly node: CapturedNode;
  /** How many attributes its `match` names. */
  readonly specific: number;
  readonly score: number;
}

function candidates(
  corpus: Corpus,
  node: CapturedNode,
  { all, wraps, envelopes, naming }: StanzasOfTag,
  bare: boolean,
  anyValue: boolean,
): Candidate[] {
  const fits = (one: Stanza): boolean => isStanza(node, one, wraps, anyValue);
  // Nothing outweighs a payload that a stanza names, so the other stanzas are skipped if one does.
  const byName = [...new Set(node.children.flatMap(({ tag }) => naming.get(tag) ?? []))].filter(fits);
  // Payloads of several stanzas in one envelope: only a stanza that describes them all fits.
  const describesAll = ({ children = [] }: Stanza): boolean =>
    node.children.every((one) => !naming.has(one.tag) || children.some(({ tag }) => tag === one.tag));
  const ofAll = byName.filter(describesAll);
  const isOpen = wraps && byName.length > 1 && ofAll.length === 0;
  const named = ofAll.length > 0 ? ofAll : byName;
  // An envelope says nothing about a payload that was captured without it.
  const fitting = named.length > 0 ? named : bare ? [] : all.filter(fits);
  return fitting.map((stanza) => ({
    stanza,
    // The attributes of an envelope that a stanza names are its own already.
    envelope:
      stanza.envelope === undefined ? envelopes.find((one) => one !== stanza && fits(one)) : undefined,
    named: corpus.definitions.stanza.get(stanza.envelope ?? '')?.data,
    node,
    specific: isOpen ? 0 : (stanza.match?.attributes?.length ?? 0),
    // A single candidate needs no score, unless its envelope is missing: envelopes of several tags may compete.
    score: isOpen || (fitting.length === 1 && !bare) ? 0 : fit(node, stanza, corpus),
  }));
}

function chosen(found: readonly Candidate[], root: CapturedNode, bare: boolean): RecognizedStanza {
  const order = (a: Candidate, b: Candidate): number => b.specific - a.specific || b.score - a.score;
  const ranked = [...found].sort(order);
  const [first] = ranked;
  if (first === undefined) {
    return { stanza: undefined, envelope: undefined, tied: [], node: root, bare: false };
  }
  const { stanza, envelope, named, node } = first;
  const tied = ranked.filter((one) => order(first, one) === 0).map((one) => one.stanza.id);
  return tied.length > 1
    ? { stanza: undefined, envelope: envelope ?? named, tied, node, bare }
    : { stanza, envelope, tied: [], node, bare };
}

// A payload that the stanza names outweighs everything else. An envelope accepts any payload, which counts for less
// than naming it.
function fit(root: CapturedNode, stanza: Stanza, corpus: Corpus): number {
  let score = isEnvelope(stanza) ? 1 : 0;
  for (const { kind, anchor } of matchNode(root, matchTarget(corpus, stanza.id), {
    valuesOf: () => undefined,
    contentOf: () => undefined,
    mayLack: () => true,
  })) {
    const top = !anchor.includes('/') && !anchor.includes('@');
    if (kind === 'child') score += top ? (anchor === '*' ? 50 : 100) : 2;
    else if (kind === 'attribute') score += 2;
    else if (kind === 'missing-child' && top) score -= 100;
    else if (kind.startsWith('unknown') || kind.startsWith('missing')) score -= 1;
  }
  return score;
}
