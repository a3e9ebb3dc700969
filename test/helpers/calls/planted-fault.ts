import { match } from '../../../lib/capture/match/match.ts';
import type { Verdict } from '../../../lib/capture/match/verdict.ts';
import type { CapturedNode } from '../../../lib/capture/tree/captured-node.ts';
import type { Corpus } from '../../../lib/corpus/model/corpus.ts';
import type { RecordedStanza } from './recorded-calls.ts';

/** A change of a stanza. */
type Change = (root: CapturedNode) => CapturedNode;

/** A recorded stanza that was broken in one way. */
export interface PlantedFault {
  readonly name: string;
  readonly record: RecordedStanza;
  readonly breaks: Change;
  /** Of what the matcher has to find, each as {@link foundBy} says it. */
  readonly finds: readonly string[];
}

/**
 * What the matcher finds in a broken stanza, and not in the recorded one: `missing-child call-offer:offer/net` for a
 * fact that is contradicted, `unknown …` for what is not described, `not recognized`, `direction …`.
 */
export function foundBy({ record: { stanza }, breaks }: PlantedFault, corpus: Corpus): string[] {
  const before = findingsIn(stanza.root);
  return findingsIn(breaks(stanza.root)).filter((one) => !before.includes(one));

  function findingsIn(root: CapturedNode): string[] {
    const review = match({ ...stanza, root }, corpus);
    return [
      ...(review.stanza === undefined ? ['not recognized'] : []),
      ...(review.directionListed ? [] : [`direction ${review.stanza}`]),
      ...review.verdicts.flatMap((one) => inWords(one) ?? []),
    ];
  }
}

function inWords(one: Verdict): string | undefined {
  if (one.verdict === 'supports' || one.verdict === 'cut') return undefined;
  return `${one.verdict === 'contradicts' ? one.how.kind : 'unknown'} ${one.path}`;
}

/** Changes the first node at a place: tags below the root with slashes between; '' for the root. */
function at(place: string, change: Change): Change {
  return (node) => {
    if (place === '') return change(node);
    const [tag, ...rest] = place.split('/');
    const index = node.children.findIndex((child) => child.tag === tag);
    const child = node.children[index];
    if (child === undefined) throw new Error(`no <${tag}> in <${node.tag}>`);
    return { ...node, children: node.children.with(index, at(rest.join('/'), change)(child)) };
  };
}

const nodeOf = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/')));
const tagOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);

/** Writes an attribute, such as `offer/net@medium`: last, if it is not there. */
export const write = (place: string, value: string): Change => {
  const [node = '', name = ''] = place.split('@');
  return at(node, (one) => {
    const attribute = { name, value, cut: false };
    const index = one.attributes.findIndex((other) => other.name === name);
    const attributes = index === -1 ? [...one.attributes, attribute] : one.attributes.with(index, attribute);
    return { ...one, attributes };
  });
};

/** Takes an attribute away, or all children of a tag. */
export const remove = (place: string): Change => {
  const [node = '', name] = place.split('@');
  if (name !== undefined) {
    return at(node, (one) => ({ ...one, attributes: one.attributes.filter((other) => other.name !== name) }));
  }
  return at(nodeOf(place), (one) => ({
    ...one,
    children: one.children.filter(({ tag }) => tag !== tagOf(place)),
  }));
};

/** Adds a child at the end of the node at a place. */
export const add = (place: string, child: CapturedNode): Change =>
  at(place, (one) => ({ ...one, children: [...one.children, child] }));

/** Repeats the first child of a tag behind itself. */
export const repeat = (place: string): Change =>
  at(nodeOf(place), (one) => ({
    ...one,
    children: one.children.flatMap((child, i) =>
      i === one.children.findIndex(({ tag }) => tag === tagOf(place)) ? [child, child] : [child],
    ),
  }));

/** Moves the first child of a tag to the end of its node. */
export const moveLast = (place: string): Change =>
  at(nodeOf(place), (one) => {
    const index = one.children.findIndex(({ tag }) => tag === tagOf(place));
    return {
      ...one,
      children: [...one.children.toSpliced(index, 1), ...one.children.slice(index, index + 1)],
    };
  });

/** Gives another tag to the first node at a place. */
export const rename = (place: string, tag: string): Change => at(place, (one) => ({ ...one, tag }));

/** Writes the content of a node. */
export const fill = (place: string, text: string): Change =>
  at(place, (one) => ({ ...one, children: [], content: { kind: 'text', text } }));

/** The first node at a place of a recorded stanza. */
export function partOf({ stanza, name }: RecordedStanza, place: string): CapturedNode {
  let found: CapturedNode | undefined;
  at(place, (one) => {
    found = one;
    return one;
  })(stanza.root);
  if (found === undefined) throw new Error(`nothing at ${place} in ${name}`);
  return found;
}

/** One change after the other. */
export const all =
  (...changes: readonly Change[]): Change =>
  (root) =>
    changes.reduce((node, change) => change(node), root);
