import type { Alignment } from '../align/align.ts';
import type { ViewedStep } from '../flow/flow-view.ts';
import type { Call, CallEvent } from '../model/call.ts';
import type { DiagnosisRow, Divergence, Outcome, SeenStanza, StepVerdict } from '../model/diagnosis.ts';
import { firstEvents, stepOf } from './divergences-of.ts';
import { stanzaWords } from './stanza-words.ts';

/**
 * The rows of the diagram: the stanzas of the call in their order, each with its step; steps that are missing or were left
 * out before the first stanza that comes after them; steps that the log ends before at the end.
 * @param alignments with the flow first, then the fragments
 * @param isAnswer whether a stanza only answers another, see isAnswer()
 */
export function rowsOf(
  { events }: Call,
  alignments: readonly Alignment[],
  answered: readonly (number | undefined)[],
  divergences: readonly Divergence[],
  outcomes: readonly Outcome[],
  isAnswer: (event: CallEvent) => boolean,
): readonly DiagnosisRow[] {
  const pending = alignments.flatMap(pendingSteps);
  const row = ({ step }: Pending, otherwise: StepVerdict): DiagnosisRow => {
    const own = divergences.flatMap(({ kind, path }, i) =>
      (kind === 'missing' || kind === 'unanswered') && path === step.ref.path ? [i] : [],
    );
    const verdict = own.length > 0 ? 'missing' : otherwise;
    return { verdict, step: step.ref, seen: undefined, answer: undefined, divergences: own, notes: [] };
  };
  const isStep = (event: number): boolean => stepOf(event, alignments) !== undefined;
  const rows = events.flatMap((event): DiagnosisRow[] => {
    const due = pending.filter(({ dueAt }) => dueAt === event.index).map((one) => row(one, 'left-out'));
    // The answer is a part of the row of what it answers, unless the flow has it as a step.
    if (!isStep(event.index) && answered[event.index] !== undefined) return due;
    const answer = events.find(({ index }) => answered[index] === event.index && !isStep(index));
    return [...due, rowOfEvent(event, answer, alignments, divergences, outcomes, isAnswer)];
  });
  const never = pending.filter(({ dueAt }) => dueAt === undefined);
  return [...rows, ...never.map((one) => row(one, 'not-reached'))];
}

/** A step that did not come. */
interface Pending {
  readonly step: ViewedStep;
  /** The first stanza that comes after it; undefined if the log has none. */
  readonly dueAt: number | undefined;
}

function pendingSteps(alignment: Alignment): readonly Pending[] {
  const { view, expectations } = alignment;
  const first = firstEvents(alignment);
  return view.steps.flatMap((step, place): Pending[] => {
    if (first[place] !== undefined || expectations[place] === 'excluded') return [];
    const followers = view.steps.flatMap(({ after }, i) => (after.includes(place) ? (first[i] ?? []) : []));
    return [{ step, dueAt: followers.length === 0 ? undefined : Math.min(...followers) }];
  });
}

function rowOfEvent(
  event: CallEvent,
  answer: CallEvent | undefined,
  alignments: readonly Alignment[],
  divergences: readonly Divergence[],
  outcomes: readonly Outcome[],
  isAnswer: (event: CallEvent) => boolean,
): DiagnosisRow {
  const step = stepOf(event.index, alignments);
  const own = divergences.flatMap((one, i) => (isAbout(one, event, answer, step) ? [i] : []));
  const kinds = own.map((i) => divergences[i]?.kind);
  const isFirst = alignments.some(
    ({ places }) => places[event.index] !== undefined && places.indexOf(places[event.index]) === event.index,
  );
  const verdict: StepVerdict =
    isFirst && kinds.includes('out-of-order')
      ? 'out-of-order'
      : kinds.includes('late')
        ? 'late'
        : kinds.includes('contradicts') || kinds.includes('out-of-order')
          ? 'contradicts'
          : kinds.includes('unanswered')
            ? 'unanswered'
            : step === undefined
              ? 'not-in-flow'
              : 'seen';
  return {
    verdict,
    step: step?.ref,
    seen: seenStanza(event),
    answer: answer === undefined ? undefined : seenStanza(answer),
    divergences: own,
    notes: [
      ...(step === undefined && isAnswer(event) ? ['It answers a stanza that the log does not show.'] : []),
      ...outcomes
        .filter((one) => one.event === event.index || one.event === answer?.index)
        .map(({ words }) => words),
    ],
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
