import { type CaptureRecord, recordRef } from '../../corpus/captures/capture-records.ts';
import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Fact } from '../../corpus/model/fact.ts';
import { parseSource } from '../../corpus/sources/source-ref.ts';
import type { Capture } from '../../schema/types.generated.ts';
import { counted } from '../../text/counted.ts';
import { matchedRecords } from '../review/match-capture.ts';

/** A record of a capture that shows a fact. */
interface Sighting {
  readonly capture: Capture;
  readonly record: CaptureRecord;
  /** The stanza that the record is; undefined for one that no stanza describes. */
  readonly stanza: string | undefined;
}

/**
 * The records that show each fact and agree with it, by its path, in the order of the corpus. What was made up is left
 * out, and so are records in hex.
 */
export const sightings: (corpus: Corpus) => ReadonlyMap<string, readonly Sighting[]> = memoizeBy((corpus) => {
  const byPath = new Map<string, Sighting[]>();
  for (const { id, data: capture } of corpus.definitions.capture.values()) {
    if (capture.kind === 'synthetic') continue;
    for (const { record, review } of matchedRecords(corpus).get(id) ?? []) {
      for (const { path, verdict } of review.verdicts) {
        if (verdict !== 'supports') continue;
        const list = byPath.get(path);
        const one = { capture, record, stanza: review.stanza };
        if (list === undefined) byPath.set(path, [one]);
        else list.push(one);
      }
    }
  }
  return byPath;
});

/** How many records show a fact, and in how many traces they are. */
export interface MoreRecords {
  readonly records: number;
  readonly traces: number;
}

/** The records of traces that show a fact and that it does not cite; undefined if there are none. */
export function moreRecords(
  { path, provenance }: Pick<Fact, 'path' | 'provenance'>,
  corpus: Corpus,
): MoreRecords | undefined {
  const found = sightings(corpus).get(path);
  if (found === undefined) return undefined;
  const cited = new Set(
    provenance.sources.flatMap((source) => {
      const ref = parseSource(source);
      if (ref.kind !== 'capture') return [];
      return ref.record === undefined ? ref.id : recordRef(ref.id, ref.record);
    }),
  );
  const more = found.filter(
    ({ capture, record }) => capture.trace !== undefined && !cited.has(capture.id) && !cited.has(record.ref),
  );
  if (more.length === 0) return undefined;
  return { records: more.length, traces: new Set(more.map(({ capture }) => capture.id)).size };
}

/** Those records in words, behind the sources of the fact. */
export const moreWords = ({ records, traces }: MoreRecords): string =>
  `and ${counted(records, 'more record')} in ${counted(traces, 'trace')}`;
