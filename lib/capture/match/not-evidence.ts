import type { Corpus } from '../../corpus/model/corpus.ts';
import { findStanza } from '../lookup/find-stanza.ts';
import type { CapturedNode, CapturedStanza } from '../tree/captured-node.ts';

/** Why a stanza of a log is no evidence for the protocol. */
export type NotEvidence =
  /** A part of it could not be read, or it is not well formed. */
  | { readonly kind: 'broken' }
  /** The client exchanged it with its own engine. `line`: where the log has it on the wire. */
  | { readonly kind: 'engine'; readonly line: number | undefined }
  /** The spec does not describe it, and only its id connects it to the stanza of another line. */
  | { readonly kind: 'id-only'; readonly line: number | undefined };

/**
 * Finds the stanzas of a log that are no evidence, from the stanza itself and from the others of the log.
 *
 * A hook in a client also records what the client exchanges with its own engine. Two forms show that: an outgoing stanza
 * with `from` and without `to`, which no client sends; and a payload without its envelope that the log also has inside an
 * envelope.
 * @param stanzas as they were read, so that equal values are equal
 * @returns one for each of the stanzas, in their order; undefined for a stanza that may be evidence
 */
export function notEvidence(
  stanzas: readonly CapturedStanza[],
  corpus: Corpus,
): readonly (NotEvidence | undefined)[] {
  const payloads = new Map<string, { readonly node: CapturedNode; readonly line: number }[]>();
  const incoming = new Map<string, number>();
  const described = new Map<string, number>();
  const found = stanzas.map(({ root }) => findStanza(root, corpus));
  for (const [i, { root, direction, line }] of stanzas.entries()) {
    if (direction === 'incoming') incoming.set(keyOf(root), incoming.get(keyOf(root)) ?? line);
    for (const node of root.children) {
      const key = keyOf(node);
      const same = payloads.get(key) ?? [];
      // A limit, so that a log that repeats one stanza takes linear time.
      if (same.length < MOST_COMPARED) payloads.set(key, [...same, { node, line }]);
    }
    const id = attributeOf(root, 'id');
    if (id !== undefined && found[i]?.stanza !== undefined && !described.has(id)) described.set(id, line);
  }
  const isTagOfSpec = new Set([...corpus.definitions.stanza.values()].map(({ data }) => data.tag));
  return stanzas.map(({ root, direction, broken }, i): NotEvidence | undefined => {
    if (broken === true) return { kind: 'broken' };
    if (direction === 'outgoing' && has(root, 'from') && !has(root, 'to')) {
      return { kind: 'engine', line: incoming.get(keyOf(root)) };
    }
    if (found[i]?.bare === true) {
      const again = payloads.get(keyOf(root))?.find(({ node }) => isAgain(root, node));
      return again === undefined ? undefined : { kind: 'engine', line: again.line };
    }
    if (found[i]?.stanza !== undefined || found[i]?.tied.length !== 0 || !isTagOfSpec.has(root.tag)) {
      return undefined;
    }
    const line = described.get(attributeOf(root, 'id') ?? '');
    return line === undefined ? undefined : { kind: 'id-only', line };
  });
}

/**
 * Which stanzas of a trace only an id connects to the call, see {@link findStanza}. In a trace they are evidence, while
 * in another log they may be about anything, such as a chat.
 * @param stanzas of one trace
 * @returns one for each of the stanzas, in their order
 */
export const tiedById = (stanzas: readonly CapturedStanza[], corpus: Corpus): readonly boolean[] =>
  notEvidence(stanzas, corpus).map((why) => why?.kind === 'id-only');

const MOST_COMPARED = 20;

const has = ({ attributes }: CapturedNode, name: string): boolean =>
  attributes.some((one) => one.name === name);

const attributeOf = ({ attributes }: CapturedNode, name: string): string | undefined =>
  attributes.find((one) => one.name === name && !one.cut)?.value;

// A hook may print attributes in another order, and omit bytes that it prints elsewhere.
const keyOf = ({ tag, attributes }: CapturedNode): string =>
  JSON.stringify([tag, attributes.map(({ name, value }) => `${name}=${value}`).sort()]);

function isAgain(a: CapturedNode, b: CapturedNode): boolean {
  return (
    keyOf(a) === keyOf(b) &&
    (a.cut || b.cut || a.children.length === b.children.length) &&
    a.children.every((child, i) => {
      const other = b.children[i];
      return other === undefined ? b.cut : isAgain(child, other);
    })
  );
}

/** Why a stanza is no evidence, as a part of a sentence. It never quotes a value of the input. */
export function notEvidenceReason(why: NotEvidence): string {
  switch (why.kind) {
    case 'broken':
      return 'part of it could not be read, so it is no evidence';
    case 'engine': {
      const what = why.line === undefined ? 'it is' : `it repeats line ${why.line} as`;
      return `${what} a message between the client and its own engine, which is not sent, so it is no evidence`;
    }
    case 'id-only': {
      const what = why.line === undefined ? 'another stanza of the log' : `the stanza of line ${why.line}`;
      return `only its id connects it to ${what}, so it is no evidence by itself`;
    }
    default:
      return why satisfies never;
  }
}
