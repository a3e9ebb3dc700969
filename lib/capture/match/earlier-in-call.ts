import type { Corpus } from '../../corpus/model/corpus.ts';
import { findStanza } from '../lookup/find-stanza.ts';
import type { CapturedNode, CapturedStanza } from '../tree/captured-node.ts';
import type { NotEvidence } from './not-evidence.ts';

/**
 * The stanzas that came earlier in the same call as each stanza of a log, by their ids. The history of a call is known
 * if its first stanza in the log is one with which a flow begins; a spec without such a flow takes any.
 * @param stanzas as they were read, so that equal ids of calls are equal
 * @param whyNot why they are no evidence; these are not part of a history
 * @param byId whether a stanza without the id of a call belongs to that of the first one with its id, as an ack does
 * @returns one for each of the stanzas, in their order; undefined where it is not known
 */
export function earlierInCall(
  stanzas: readonly CapturedStanza[],
  whyNot: readonly (NotEvidence | undefined)[],
  corpus: Corpus,
  byId = false,
): readonly (readonly string[] | undefined)[] {
  const first = beginnings(corpus);
  const calls = new Map<string, readonly string[] | undefined>();
  const callWithId = new Map<string, string>();
  return stanzas.map(({ root }, i) => {
    const id = root.attributes.find(({ name, cut }) => name === 'id' && !cut)?.value ?? '';
    const call = callOf(root) ?? (byId ? callWithId.get(id) : undefined);
    if (call !== undefined && !callWithId.has(id)) callWithId.set(id, call);
    if (call === undefined) return undefined;
    const { stanza } = findStanza(root, corpus);
    if (!calls.has(call)) {
      calls.set(call, first.size === 0 || first.has(stanza?.id ?? '') ? [] : undefined);
    }
    const before = calls.get(call);
    // What could not be read may have been any stanza.
    if (whyNot[i]?.kind === 'broken') calls.set(call, undefined);
    else if (whyNot[i] === undefined && stanza !== undefined && before?.includes(stanza.id) === false) {
      calls.set(call, [...before, stanza.id]);
    }
    return before;
  });
}

/** The id of the call that a stanza belongs to: its own, or that of its payload. */
export const callOf = (root: CapturedNode): string | undefined =>
  [root, ...root.children]
    .flatMap(({ attributes }) => attributes)
    .find(({ name, cut }) => name === 'call-id' && !cut)?.value;

const beginnings = ({ definitions }: Corpus): ReadonlySet<string> =>
  new Set(
    [...definitions.flow.values()].flatMap(
      ({ data }) => data.steps.find(({ stanza }) => stanza !== undefined)?.stanza ?? [],
    ),
  );
