import type { Alignment } from '../align/align.ts';
import type { ViewedStep } from '../flow/flow-view.ts';
import type { Call, CallEvent } from '../model/call.ts';
import type { DiagnosisRow, Divergence, SeenStanza, StepVerdict } from '../model/diagnosis.ts';
import { firstEvents } from './divergences.ts';
import type { Outcome } from './outcomes.ts';
import { stanzaWords } from './stanza-words.ts';

/**
 * The rows of the diagram: the stanzas of the call in their order, each with its step; steps that are missing or were left
 * out before the first stanza that comes after them; steps that the log ends before at the end.
 */
export function rowsOf(
  { events }: Call,
  alignment: Alignment,
  answered: readonly (number | undefined)[],
  divergences: readonly Divergence[],
  outcomes: readonly Outcome[],
): readonly DiagnosisRow[] {
  const { view, places, expectations } = alignment;
  const first = firstEvents(alignment);
  const rows: DiagnosisRow[] = [];
  const isMissing = ({ ref }: ViewedStep): boolean =>
    divergences.some(({ kind, path }) => (kind === 'missing' || kind === 'unanswered') && path === ref.path);
  const pending = view.steps
    .map((step, place) => ({ step, place }))
    .filter(({ place }) => first[place] === undefined && expectations[place] !== 'excluded');
  const dueAt = (place: number): number =>
    Math.min(...view.steps.flatMap(({ after }, i) => (after.includes(place) ? (first[i] ?? []) : [])));
  const stepsDueAt = (event: number): DiagnosisRow[] =>
    pending
      .filter(({ place }) => dueAt(place) === event)
      .map(({ step }) => rowOfStep(step, isMissing(step) ? 'missing' : 'left-out', divergences));
  for (const event of events) {
    // The answer is a part of the row of what it answers, unless the flow has it as a step.
    const isFolded = places[event.index] === undefined && answered[event.index] !== undefined;
    rows.push(...stepsDueAt(event.index));
    if (isFolded) continue;
    const answer = events.find(({ index }) => answered[index] === event.index && places[index] === undefined);
    rows.push(rowOfEvent(event, answer, alignment, divergences, outcomes));
  }
  const never = pending.filter(({ place }) => dueAt(place) === Number.POSITIVE_INFINITY);
  return [
    ...rows,
    ...never.map(({ step }) => rowOfStep(step, isMissing(step) ? 'missing' : 'not-reached', divergences)),
  ];
}

function rowOfStep(
  { ref }: ViewedStep,
  verdict: StepVerdict,
  divergences: readonly Divergence[],
): DiagnosisRow {
  const own = divergences.flatMap(({ path }, i) => (verdict === 'missing' && path === ref.path ? [i] : []));
  return { verdict, step: ref, seen: undefined, answer: undefined, divergences: own, notes: [] };
}

function rowOfEvent(
  event: CallEvent,
  answer: CallEvent | undefined,
  { view, places }: Alignment,
  divergences: readonly Divergence[],
  outcomes: readonly Outcome[],
): DiagnosisRow {
  const place = places[event.index];
  const step = place === undefined ? undefined : view.steps[place];
  const own = divergences.flatMap((one, i) => (isAbout(one, event, answer, step) ? [i] : []));
  const kinds = own.map((i) => divergences[i]?.kind);
  const isFirst = place !== undefined && places.indexOf(place) === event.index;
  const verdict: StepVerdict =
    isFirst && kinds.includes('out-of-order')
      ? 'out-of-order'
      : kinds.includes('late')
        ? 'late'
        : kinds.length > 0
          ? 'contradicts'
          : step === undefined
            ? 'not-in-flow'
            : 'seen';
  return {
    verdict,
    step: step?.ref,
    seen: seenStanza(event),
    answer: answer === undefined ? undefined : seenStanza(answer),
    divergences: own,
    notes: outcomes
      .filter((one) => one.event === event.index || one.event === answer?.index)
      .map(({ words }) => words),
  };
}

/** Whether a divergence belongs into the row of a stanza: not those of a missing step, which has a row of its own. */
function isAbout(
  { kind, event, path }: Divergence,
  { index }: CallEvent,
  answer: CallEvent | undefined,
  step: ViewedStep | undefined,
): boolean {
  if (kind === 'missing') return false;
  if (kind === 'out-of-order')
    return path === step?.ref.path || (answer !== undefined && event === answer.index);
  return event === index || event === answer?.index;
}

/** A stanza as the diagnosis shows it. */
export const seenStanza = (event: CallEvent): SeenStanza => ({
  event: event.index,
  line: event.line,
  at: event.at,
  direction: event.direction,
  words: stanzaWords(event),
  stanza: event.review.stanza,
});
