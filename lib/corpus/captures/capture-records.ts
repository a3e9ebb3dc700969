import type { Capture, Direction, Prose } from '../../schema/types.generated.ts';
import type { Pointer } from '../../source/mark.ts';

/** One stanza of a capture: a capture of a single stanza has one record, a trace has many. */
export interface CaptureRecord {
  /** What a source names after `capture:`: the id of a single stanza, or `<id>#<n>` of a record of a trace. */
  readonly ref: string;
  /** Its number in a trace, from 1; undefined of a single stanza. */
  readonly n: number | undefined;
  /** Milliseconds since the first record; undefined of a single stanza. */
  readonly at: number | undefined;
  readonly direction: Direction;
  readonly format: 'xml' | 'json' | 'hex';
  readonly body: string;
  readonly note: Prose | undefined;
  /** Where it is in the file: what holds its `body`. */
  readonly pointer: Pointer;
}

/** What a source names after `capture:` for the nth record of a trace, counted from 1. */
export const recordRef = (capture: string, n: number): string => `${capture}#${n}`;

/** The stanzas of a capture, in their order. */
export function captureRecords({
  id,
  raw,
  direction,
  trace,
}: Pick<Capture, 'id' | 'raw' | 'direction' | 'trace'>): readonly CaptureRecord[] {
  if (trace !== undefined) {
    return trace.map(({ at, direction, format = 'xml', body, note }, i) => {
      const n = i + 1;
      return { ref: recordRef(id, n), n, at, direction, format, body, note, pointer: ['trace', i] };
    });
  }
  // The schema requires both where there is no trace.
  if (raw === undefined || direction === undefined) return [];
  return [{ ref: id, n: undefined, at: undefined, direction, ...raw, note: undefined, pointer: ['raw'] }];
}

/**
 * The direction of what a source names: of a record, of a single stanza, or of all records of a trace.
 * @param n the number of a record of a trace, from 1; undefined for the whole capture
 * @returns undefined if the capture has no such record
 */
export function citedDirection(
  capture: Pick<Capture, 'id' | 'raw' | 'direction' | 'trace'>,
  n: number | undefined,
): Direction | undefined {
  const records = captureRecords(capture);
  const cited = n === undefined ? records : records.filter((record) => record.n === n);
  const directions = new Set(cited.map(({ direction }) => direction));
  return directions.size > 1 ? 'bidirectional' : [...directions][0];
}
