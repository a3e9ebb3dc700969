import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { CaptureWays } from '../../prose/ways.ts';
import { clip } from '../../text/clip.ts';
import type { StanzaReview } from '../match/match.ts';
import { storedRecords } from '../parse/stored-records.ts';
import type { ReviewedStanza } from '../review/review-stanzas.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { nodeKey } from '../tree/node-key.ts';
import { captureIds } from './entry/capture-ids.ts';
import { type ClientOfLog, clientOfLog } from './entry/client-of-log.ts';
import type { DraftOptions, LeftCode } from './entry/draft-options.ts';

/** A capture that can be made of a stanza, or why none is. */
export type Planned =
  | (ClientOfLog & {
      readonly id: string;
      readonly stanza: CapturedStanza;
      readonly review: StanzaReview;
      readonly owner: string;
      readonly direction: OneWay;
    })
  | { readonly code: LeftCode; readonly reason: string };

/**
 * Says of each stanza of a log which capture it becomes: the spec has to describe it, its direction has to be known,
 * and no stanza before it and no capture of the spec may equal it. Each capture gets an id that is free.
 * @param known the captures of the spec, see {@link capturesByKey}
 * @param ways how to do what the reasons suggest
 * @param nameNext names the next capture after its stanza
 * @returns one for each of the stanzas, in their order
 */
export function planCaptures(
  stanzas: readonly ReviewedStanza[],
  corpus: Corpus,
  known: ReadonlyMap<string, string>,
  options: Pick<DraftOptions, 'id' | 'technique' | 'direction' | 'client'>,
  ways: CaptureWays,
  nameNext = captureNames(stanzas.filter(isCapture).length, corpus, options),
): Planned[] {
  const seen = new Map(known);
  return stanzas.map(({ standalone, withheld }): Planned => {
    if (withheld !== undefined || standalone === undefined) {
      return { code: 'not-evidence', reason: withheld ?? 'it was not sanitized' };
    }
    const { stanza, review } = standalone;
    const owner = review.stanza;
    if (owner === undefined) return { code: 'not-described', reason: notDescribed(review, corpus, ways) };
    const direction = review.direction ?? options.direction;
    if (direction === undefined) return { code: 'unknown-direction', reason: 'its direction is not known' };
    const key = nodeKey(stanza.root);
    const same = seen.get(key);
    if (same !== undefined) {
      return { code: 'duplicate', reason: `it equals the capture ${same}, so it adds no evidence` };
    }
    const id = nameNext(owner);
    seen.set(key, id);
    return { id, stanza, review, owner, direction, ...clientOfLog(stanza.form, options, corpus) };
  });
}

/** Whether a capture can be made of a stanza, unless its direction is not known or the spec has it already. */
export const isCapture = ({ withheld, standalone }: ReviewedStanza): boolean =>
  withheld === undefined && standalone?.review.stanza !== undefined;

/** Names captures so that no two are equal, see {@link captureIds}. */
export const captureNames = (
  count: number,
  { definitions }: Corpus,
  options: Pick<DraftOptions, 'id' | 'technique'>,
): ((stanza: string) => string) =>
  captureIds(options, count, new Set([...definitions.capture.keys()].map((id) => id.toLowerCase())));

/**
 * The ids of the captures of the spec, by the key of their stanza. A synthetic stanza and a real one are no duplicates
 * of each other, so only captures of the same sort count. Records of traces do not: their placeholders are numbered
 * through the whole call.
 */
export function capturesByKey(corpus: Corpus, kind: DraftOptions['kind']): Map<string, string> {
  const keys = new Map<string, string>();
  for (const entry of corpus.definitions.capture.values()) {
    if ((entry.data.kind === 'synthetic') !== (kind === 'synthetic')) continue;
    if (entry.data.trace !== undefined) continue;
    for (const { record, stanza } of storedRecords(entry.data)) {
      if ('root' in stanza) keys.set(nodeKey(stanza.root), record.ref);
    }
  }
  return keys;
}

/** Why no stanza of the spec describes what was captured, as a part of a sentence. */
function notDescribed({ tag, tied }: StanzaReview, corpus: Corpus, ways: CaptureWays): string {
  if (tied.length > 0) {
    return `${tied.join(' and ')} describe it equally well; distinguish them with match`;
  }
  const ofTag = [...corpus.definitions.stanza.values()].filter(({ data }) => data.tag === tag);
  const shown = clip(tag, 60);
  return ofTag.length === 0
    ? `no stanza of the spec has the tag ${shown}; describe it first: ${ways.describeStanza}`
    : `it is none of the <${shown}> stanzas that the spec describes`;
}
