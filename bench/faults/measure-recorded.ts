import { storedRecords } from '../../lib/capture/parse/stored-records.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import type { Capture } from '../../lib/schema/types.generated.ts';
import { type FlowSight, flowSights, withFragments } from './calls/flow-sight.ts';
import { logText } from './calls/log-text.ts';
import type { Message } from './calls/message.ts';
import { type CheckedMessage, checkedCall } from './check/checked-call.ts';
import { departs, type Extras, explainFragment, fragmentsBegun } from './check/departs.ts';
import { type Explanation, explainCall } from './check/explain-call.ts';
import { type DiagnosedCall, diagnosedLog, firstInWords, isNamed } from './diagnosed-log.ts';
import { attributeFaults } from './planting/content-faults.ts';
import type { Fault } from './planting/fault.ts';
import { messageFaults } from './planting/message-faults.ts';
import { Tally } from './tally.ts';

/** A recorded call, read as a flow from the view of whoever recorded it. */
interface RecordedCall {
  readonly id: string;
  readonly sight: FlowSight | undefined;
  /** The messages that the flow, or a fragment in it, does not have. */
  readonly extras: Extras;
  readonly call: readonly CheckedMessage[];
  /** The places in the sight of each message, by its number: one in the flow, others in fragments. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** The day does not matter; what counts is the time between the messages. */
const SECONDS = 1_767_323_096;

/**
 * Diagnoses the recorded calls of a corpus, whole and cut off behind each message, and plants faults into them: each message
 * left out, each two neighbours swapped, each required attribute taken away.
 * @param every how many of the faults are tried: 1 for all, 10 for every tenth
 */
export function measureRecorded(corpus: Corpus, every: number): Tally {
  const tally = new Tally();
  let number = 0;
  for (const recorded of recordedCalls(corpus)) {
    const { id, sight, extras, call } = recorded;
    if (sight === undefined) tally.notUsed.push(`${id}: no flow explains it`);
    const unread = call
      .filter(({ n }) => extras.get('')?.has(n))
      .map(({ n, stanza }) => `#${n + 1} ${stanza ?? '?'}`);
    if (unread.length > 0) {
      tally.notUsed.push(`${id}: ${sight?.flow} as ${sight?.observer} has no place for ${unread.join(', ')}`);
    }
    tryPrefixes(recorded, corpus, every, tally);
    for (const fault of faultsOf(recorded, corpus)) {
      number += 1;
      if (number % every === 0) tryFault(fault, recorded, corpus, tally);
    }
  }
  return tally;
}

/** The log that a fault of a recorded call is tried with, by the id of a miss; undefined if there is none. */
export function recordedLog(id: string, corpus: Corpus): string | undefined {
  const [name, ...rest] = id.split('/');
  const recorded = recordedCalls(corpus).find((one) => one.id === name);
  const what = rest.join('/');
  if (recorded === undefined) return undefined;
  const cut = /^cut after (\d+)$/.exec(what);
  if (cut !== null) return written(recorded.call.slice(0, Number(cut[1]))).text;
  const fault = faultsOf(recorded, corpus).find((one) => nameOf(one) === what);
  return fault === undefined ? undefined : written(fault.messages).text;
}

const written = (messages: readonly Message[]): ReturnType<typeof logText> =>
  logText({ messages, start: 0 }, [], SECONDS, undefined);

const nameOf = ({ kind, what }: Fault): string => `${kind}/${what}`;

const faultsOf = ({ call, sight, places }: RecordedCall, corpus: Corpus): readonly Fault[] => [
  ...messageFaults(
    call,
    ({ n }) => (places.get(n) ?? []).flatMap((place) => sight?.steps[place] ?? []),
    corpus,
  ),
  ...attributeFaults(call, corpus),
];

const recordedCalls = (corpus: Corpus): readonly RecordedCall[] =>
  [...corpus.definitions.capture.values()].flatMap(({ data }) =>
    data.trace === undefined ? [] : [recordedCall(data, corpus)],
  );

function recordedCall(capture: Capture, corpus: Corpus): RecordedCall {
  const messages = storedRecords(capture).flatMap(({ record, stanza }, n): Message[] => {
    if (!('root' in stanza) || record.direction === 'bidirectional') return [];
    const { direction, at = 0 } = record;
    return [{ n, root: stanza.root, direction, at, place: undefined, answers: undefined }];
  });
  const call = checkedCall(messages, corpus);
  const best = bestSight(call, capture.observer, corpus);
  const fragments = fragmentsBegun(best?.sight.observer ?? '', call, corpus).map((sight) => ({
    sight,
    explanation: explainFragment(call, sight, corpus, new Set(call.map(({ n }) => n))),
  }));
  const places = new Map<number, number[]>();
  let behind = 0;
  for (const { sight, explanation } of [...(best === undefined ? [] : [best]), ...fragments]) {
    for (const [i, place] of explanation?.places.entries() ?? []) {
      const { n } = call[i] as CheckedMessage;
      if (place !== undefined) places.set(n, [...(places.get(n) ?? []), place + behind]);
    }
    behind += sight.steps.length;
  }
  return {
    id: capture.id,
    sight:
      best &&
      withFragments(
        best.sight,
        fragments.map(({ sight }) => sight),
      ),
    extras: new Map([
      ['', best?.explanation.extras ?? new Set()],
      ...fragments.map(({ sight, explanation }) => [sight.flow, explanation?.extras ?? new Set()] as const),
    ]),
    call: call.map((message) => ({ ...message, place: places.get(message.n)?.[0] })),
    places,
  };
}

/** The flow that has a place for most of the messages; of several, the one of which most steps came. */
function bestSight(
  call: readonly CheckedMessage[],
  observer: string | undefined,
  corpus: Corpus,
): { readonly sight: FlowSight; readonly explanation: Explanation } | undefined {
  const isSeenSo = (sight: FlowSight): boolean =>
    observer === undefined || observer === 'other-device' || sight.observer === observer;
  const found = flowSights(corpus)
    .filter((sight) => !sight.isFragment && isSeenSo(sight))
    .flatMap((sight) => {
      const explanation = explainCall(call, sight, corpus, () => true);
      return explanation === undefined ? [] : [{ sight, explanation }];
    });
  const steps = ({ explanation: { places } }: (typeof found)[number]): number => new Set(places).size;
  const extras = ({ explanation }: (typeof found)[number]): number => explanation.extras.size;
  return found.sort((a, b) => extras(a) - extras(b) || steps(b) - steps(a))[0];
}

function tryPrefixes({ id, call, sight }: RecordedCall, corpus: Corpus, every: number, tally: Tally): void {
  for (let length = 2; length <= call.length; length++) {
    if (length < call.length && length % every !== 0) continue;
    tally.conforming += 1;
    const departing = diagnosedLog(written(call.slice(0, length)).text, corpus).find(
      ({ diagnosis }) => diagnosis.divergences.length > 0,
    );
    if (departing === undefined) continue;
    const said = firstInWords(departing.diagnosis);
    const flow = sight?.flow ?? 'no flow';
    tally.falseDivergences.push({ id: `${id}/cut after ${length}`, kind: 'nothing planted', flow, said });
  }
}

function tryFault(fault: Fault, { id, sight, extras }: RecordedCall, corpus: Corpus, tally: Tally): void {
  const flow = sight?.flow ?? 'no flow';
  if (!departs(fault.messages, corpus, extras)) {
    tally.skip(fault.kind, flow);
    return;
  }
  const { text, lines } = written(fault.messages);
  const found = largest(diagnosedLog(text, corpus));
  const named = isNamed(found, fault.planted, lines, sight, corpus);
  const miss = { id: `${id}/${nameOf(fault)}`, kind: fault.kind, flow, said: firstInWords(found) };
  tally.plant(fault.kind, flow, named ? undefined : miss);
}

/** The call itself: a message that lost its id may look like another one. */
const largest = (calls: readonly DiagnosedCall[]): DiagnosedCall['diagnosis'] | undefined =>
  calls.toSorted((a, b) => b.diagnosis.rows.length - a.diagnosis.rows.length)[0]?.diagnosis;
