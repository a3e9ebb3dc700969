import { loadBinaryDecoder } from '../capture/decode/load-binary-decoder.ts';
import type { DecodeBinary } from '../capture/parse/parse.ts';
import { hasHex, storedRecords } from '../capture/parse/stored-records.ts';
import { describeReplaced } from '../capture/sanitize/describe-replaced.ts';
import { sanitize } from '../capture/sanitize/sanitize.ts';
import { sameNode } from '../capture/tree/same-node.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { recordChanges } from './record-changes.ts';

/** What the sanitizer makes of a new or changed capture. */
export interface SanitizerVerdict {
  readonly id: string;
  /** Of a trace: how many records it has, and how many were added, changed or removed. */
  readonly records: string;
  /** Whether sanitizing it again changes nothing; undefined if it could not be read. */
  readonly fixedPoint: boolean | undefined;
  /** In a few words, what would change or why it cannot be read; '' if there is nothing to say. */
  readonly note: string;
}

/** Sanitizes every capture that is new or changed again; a capture is fit to merge if that changes nothing. */
export async function sanitizerVerdicts(base: Corpus, head: Corpus): Promise<SanitizerVerdict[]> {
  const changed = [...head.definitions.capture.values()].filter(
    ({ id, source }) => base.definitions.capture.get(id)?.source.text !== source.text,
  );
  // The decoder is large, and only captured bytes need it.
  const hex = changed.some(({ data }) => hasHex(data));
  const decodeBinary = hex ? await loadBinaryDecoder() : undefined;
  return changed.map((entry) => ({
    id: entry.id,
    records: recordChanges(base.definitions.capture.get(entry.id)?.data, entry.data),
    ...verdictOf(entry, head, decodeBinary),
  }));
}

function verdictOf(
  entry: Entry<'capture'>,
  head: Corpus,
  decodeBinary: DecodeBinary | undefined,
): Omit<SanitizerVerdict, 'id' | 'records'> {
  const records = storedRecords(entry.data, decodeBinary);
  const stanzas = records.flatMap(({ stanza }) => ('root' in stanza ? [stanza] : []));
  for (const { record, stanza } of records) {
    if ('root' in stanza) continue;
    const where = record.n === undefined ? '' : `record ${record.n}: `;
    return { fixedPoint: undefined, note: `${where}${stanza.reason}` };
  }
  // As one input, like the log that they come from.
  const {
    stanzas: again,
    replaced,
    refused,
  } = sanitize(stanzas, head, {
    isTrace: entry.data.trace !== undefined,
  });
  const fixedPoint =
    refused.length === 0 && stanzas.every(({ root }, i) => sameNode(again[i]?.root ?? root, root));
  return { fixedPoint, note: refused[0]?.reason ?? describeReplaced(replaced) };
}
