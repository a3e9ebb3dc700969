import { notEvidence } from '../capture/match/not-evidence.ts';
import type { DecodeBinary } from '../capture/parse/parse.ts';
import { storedRecords } from '../capture/parse/stored-records.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/**
 * A capture is a single stanza or a trace; the records of a trace are in their order, and all of them were on the wire.
 */
export const tracesWellFormed = (decodeBinary: DecodeBinary | undefined): Rule => ({
  name: 'traces-well-formed',
  codes: ['capture/two-forms', 'capture/order', 'capture/engine'],
  check(corpus, report) {
    for (const entry of corpus.definitions.capture.values()) {
      const { trace } = entry.data;
      if (trace === undefined) continue;
      const keys = (['stanza_tag', 'direction', 'raw'] as const).filter(
        (key) => entry.data[key] !== undefined,
      );
      if (keys.length > 0) report(findingAt(entry, ['trace'], 'capture/two-forms', { keys }));
      let before = 0;
      for (const [i, { at }] of trace.entries()) {
        if (i === 0 ? at !== 0 : at < before) {
          report(findingAt(entry, ['trace', i, 'at'], 'capture/order', { at, before }));
        }
        before = at;
      }
      checkEngine(entry, corpus, decodeBinary, report);
    }
  },
});

function checkEngine(
  entry: Entry<'capture'>,
  corpus: Corpus,
  decodeBinary: DecodeBinary | undefined,
  report: Report,
): void {
  const readable = storedRecords(entry.data, decodeBinary).flatMap(({ record, stanza }) =>
    'root' in stanza ? [{ record, stanza }] : [],
  );
  const reasons = notEvidence(
    readable.map(({ stanza }) => stanza),
    corpus,
  );
  for (const [i, { record }] of readable.entries()) {
    if (reasons[i]?.kind !== 'engine') continue;
    report(findingAt(entry, [...record.pointer, 'body'], 'capture/engine', {}));
  }
}
