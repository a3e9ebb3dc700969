import { callOf } from '../capture/match/earlier-in-call.ts';
import { matchedRecords } from '../capture/review/match-capture.ts';
import { memoizeBy } from '../corpus/memoize-by.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import type { Call } from './model/call.ts';

/** The calls that the traces of a corpus recorded, by the id of the capture. */
export const callsOfTraces = memoizeBy((corpus: Corpus): ReadonlyMap<string, Call> => {
  const calls = new Map<string, Call>();
  for (const { id, data } of corpus.definitions.capture.values()) {
    if (data.trace === undefined) continue;
    const records = (matchedRecords(corpus).get(id) ?? []).filter(
      ({ review }) => review.notEvidence === undefined,
    );
    calls.set(id, {
      number: 1,
      id: records.map(({ root }) => callOf(root)).find((one) => one !== undefined),
      // Flows name the other devices of each side apart.
      observer: data.observer === 'other-device' ? undefined : data.observer,
      leftOut: [],
      events: records.flatMap(({ record, root, review }, index) =>
        review.direction === undefined
          ? []
          : [
              {
                index,
                line: record.n ?? index + 1,
                at: data.trace?.[(record.n ?? 1) - 1]?.at,
                direction: review.direction,
                root,
                review,
                id: root.attributes.find(({ name }) => name === 'id')?.value,
              },
            ],
      ),
    });
  }
  return calls;
});
