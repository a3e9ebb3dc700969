import { parse } from '../../lib/capture/parse/parse.ts';
import { reviewStanzas } from '../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../lib/corpus/model/corpus.ts';
import { stanzasOfStep } from '../../lib/corpus/steps/stanzas-of-step.ts';
import { callsOfLog } from '../../lib/diagnose/calls-of-log.ts';
import { diagnoseCall } from '../../lib/diagnose/diagnose-call.ts';
import type { Diagnosis, Divergence } from '../../lib/diagnose/model/diagnosis.ts';
import type { FlowSight } from './calls/flow-sight.ts';
import type { PlantedPlace } from './planting/fault.ts';

/** What is said of a call of a log. */
export interface DiagnosedCall {
  readonly id: string | undefined;
  readonly diagnosis: Diagnosis;
}

/** Reads a log as the command does, and diagnoses each of its calls. */
export function diagnosedLog(text: string, corpus: Corpus): readonly DiagnosedCall[] {
  const calls = callsOfLog(reviewStanzas(parse(text), corpus));
  return calls.map((call) => ({ id: call.id, diagnosis: diagnoseCall(call, corpus) }));
}

/** Whether the first divergence is where a fault was planted. */
export function isNamed(
  diagnosis: Diagnosis | undefined,
  { paths, places, messages }: PlantedPlace,
  lines: ReadonlyMap<number, number>,
  sight: FlowSight | undefined,
  corpus: Corpus,
): boolean {
  const first = diagnosis?.divergences[0];
  if (diagnosis === undefined || first === undefined) return false;
  if (paths.includes(first.path)) return true;
  // What is missing has the line of what came instead, which is another message.
  if (first.kind !== 'missing' && messages.some((n) => lines.get(n) === first.line)) return true;
  return places.some((place) => isSameStep(first, diagnosis, sight?.steps[place], corpus));
}

/** Whether a step is for the same stanzas in the same direction, as the steps of flows that begin alike are. */
function isSameStep(
  { step, path }: Divergence,
  { observer }: Diagnosis,
  planted: FlowSight['steps'][number] | undefined,
  corpus: Corpus,
): boolean {
  if (step === undefined || planted === undefined || path !== step.path) return false;
  const found = corpus.definitions.flow.get(step.flow)?.data.steps[step.index];
  const direction = step.from === observer?.id ? 'outgoing' : 'incoming';
  return (
    found !== undefined &&
    direction === planted.direction &&
    stanzasOfStep(found).some((stanza) => planted.stanzas.includes(stanza))
  );
}

/** The first divergence in one line, for a list of faults that were not named. */
export function firstInWords(diagnosis: Diagnosis | undefined): string {
  if (diagnosis === undefined) return 'the call was not found in the log';
  const [first] = diagnosis.divergences;
  const flow = `${diagnosis.flow?.id ?? 'no flow'} as ${diagnosis.observer?.id ?? 'nobody'}`;
  if (first === undefined) return `no divergence from ${flow}`;
  return `${first.kind} ${first.path} in line ${first.line}, from ${flow}`;
}
