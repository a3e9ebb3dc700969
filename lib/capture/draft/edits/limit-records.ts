import { captureRecords } from '../../../corpus/captures/capture-records.ts';
import type { Corpus } from '../../../corpus/model/corpus.ts';
import { parseSource } from '../../../corpus/sources/source-ref.ts';
import type { Capture } from '../../../schema/types.generated.ts';
import type { SpecEdit } from './edits-for.ts';

/** How many records of traces a fact cites at most; pages count the others. */
const MOST = 5;

const NO_EVIDENCE: SpecEdit['evidence'] = { techniques: [], flavors: [], sources: [] };

/**
 * Keeps the edits of a trace small: of the records that show one thing, at most five are cited in the whole spec, one
 * for each client, leg and day, so that they differ.
 * @param traces the traces that are drafted, which the spec does not have yet
 * @returns for each edit of a record: the edit; the same without its source, if it shows what a new entry has to hold;
 *   or undefined
 */
export function limitRecords(
  corpus: Corpus,
  traces: readonly Capture[],
): (edit: SpecEdit) => SpecEdit | undefined {
  const kinds = new Map<string, ReadonlySet<string>>();
  const drafted = new Map(traces.map((trace) => [trace.id, trace]));
  const kindOf = (source: string): string | undefined => {
    const ref = parseSource(source);
    if (ref.kind !== 'capture' || ref.record === undefined) return undefined;
    const capture = drafted.get(ref.id) ?? corpus.definitions.capture.get(ref.id)?.data;
    const record = capture === undefined ? undefined : captureRecords(capture)[ref.record - 1];
    if (capture === undefined || record === undefined) return source;
    const { client, version, platform, captured_at: day } = capture.source;
    return JSON.stringify([client, version, platform, day?.slice(0, 10), record.direction]);
  };
  return (edit) => {
    const [source = ''] = edit.evidence.sources;
    const kind = kindOf(source) ?? source;
    const key = `${edit.kind} ${edit.path} ${edit.kind === 'dispute' ? edit.claim : ''}`;
    const cited = kinds.get(key) ?? new Set(citedBy(edit).flatMap((one) => kindOf(one) ?? []));
    const isOneMore = cited.size < MOST && !cited.has(kind);
    kinds.set(key, isOneMore ? new Set([...cited, kind]) : cited);
    if (isOneMore) return edit;
    return edit.kind === 'entry' || edit.kind === 'value' ? { ...edit, evidence: NO_EVIDENCE } : undefined;
  };
}

/** The sources that what is edited has already. */
function citedBy(edit: SpecEdit): readonly string[] {
  switch (edit.kind) {
    case 'support':
      return edit.fact.provenance.sources;
    case 'dispute':
      return edit.fact.disputes.find(({ claim }) => claim === edit.claim)?.sources ?? [];
    case 'entry':
    case 'value':
      return [];
    default:
      return edit satisfies never;
  }
}
