import type { Corpus } from '../corpus/corpus.ts';
import { matchNode } from '../corpus/match-node.ts';
import { compareText } from '../findings/compare-text.ts';
import type { Stanza } from '../schema/types.generated.ts';
import type { CapturedNode } from './captured-node.ts';

/** The stanza that describes a captured node, and the one that describes its envelope where there is one. */
export interface FoundStanza {
  readonly stanza: Stanza | undefined;
  /** The stanza of the same tag whose child is `*`: what holds for every payload. Not the stanza itself. */
  readonly envelope: Stanza | undefined;
}

/**
 * Finds the stanza of a captured node by its tag and by what it holds. Only tags and names are looked at,
 * never values, so that a stanza and its sanitized form are always found alike.
 * @param root no deeper than a stanza may be
 */
export function findStanza(root: CapturedNode, corpus: Corpus): FoundStanza {
  const { all: candidates, envelopes, naming: byPayload } = stanzasOfTag(corpus, root.tag);
  // Nothing outweighs a payload that a stanza names, so the others are not looked at where one does.
  const payload = new Set(root.children.map(({ tag }) => tag));
  const naming = [...new Set([...payload].flatMap((tag) => byPayload.get(tag) ?? []))];
  const stanza = (naming.length > 0 ? naming : candidates)
    .map((one) => ({ one, score: fit(root, one) }))
    .sort((a, b) => b.score - a.score || compareText(a.one.id, b.one.id))[0]?.one;
  return { stanza, envelope: envelopes.find((one) => one !== stanza) };
}

/** The stanzas of one tag, in the order of the corpus. */
interface StanzasOfTag {
  readonly all: readonly Stanza[];
  readonly envelopes: readonly Stanza[];
  /** Those that have a child, by its tag. */
  readonly naming: ReadonlyMap<string, readonly Stanza[]>;
}

const NONE: StanzasOfTag = { all: [], envelopes: [], naming: new Map() };

// Every capture of a corpus asks.
const known = new WeakMap<Corpus, ReadonlyMap<string, StanzasOfTag>>();

function stanzasOfTag(corpus: Corpus, tag: string): StanzasOfTag {
  let byTag = known.get(corpus);
  if (byTag === undefined) {
    const stanzas = [...corpus.definitions.stanza.values()].map(({ data }) => data);
    byTag = new Map([...Map.groupBy(stanzas, (one) => one.tag)].map(([name, all]) => [name, sorted(all)]));
    known.set(corpus, byTag);
  }
  return byTag.get(tag) ?? NONE;
}

function sorted(all: readonly Stanza[]): StanzasOfTag {
  const naming = new Map<string, Stanza[]>();
  for (const stanza of all) {
    for (const tag of new Set(stanza.children?.map((child) => child.tag))) {
      const list = naming.get(tag);
      if (list === undefined) naming.set(tag, [stanza]);
      else list.push(stanza);
    }
  }
  return { all, envelopes: all.filter(isEnvelope), naming };
}

const isEnvelope = ({ children }: Stanza): boolean => children?.some(({ tag }) => tag === '*') === true;

// A payload that the stanza names outweighs everything else; one that it requires and lacks speaks against it.
// An envelope takes any payload, which is worth less than naming it, and more than lacking it.
function fit(root: CapturedNode, stanza: Stanza): number {
  let score = isEnvelope(stanza) ? 1 : 0;
  for (const { kind, anchor } of matchNode(root, stanza, {
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
