import { memoizeBy } from '../corpus/memoize-by.ts';
import type { Corpus } from '../corpus/model/corpus.ts';
import { callsOfTraces } from './calls-of-traces.ts';
import { diagnoseCall } from './diagnose-call.ts';
import type { Diagnosis } from './model/diagnosis.ts';

/** The calls that the traces of a corpus recorded, each held against its flow, by the id of the capture. */
export const diagnosesOfTraces = memoizeBy(
  (corpus: Corpus): ReadonlyMap<string, Diagnosis> =>
    new Map([...callsOfTraces(corpus)].map(([id, call]) => [id, diagnoseCall(call, corpus)])),
);
