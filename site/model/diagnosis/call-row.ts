import type {
  Diagnosis,
  DiagnosisRow,
  SeenStanza,
  StepRef,
  StepVerdict,
} from '../../../lib/diagnose/model/diagnosis.ts';
import { VERDICT_MARKS } from '../../../lib/diagnose/render/verdict-marks.ts';
import type { Confidence } from '../../../lib/schema/types.generated.ts';
import type { Ref } from '../links/ref.ts';
import { departureWords } from './departure-words.ts';
import { type DiagnosisContext, stepHref } from './diagnosis-context.ts';

/** A stanza of the call. */
export interface SeenView {
  readonly place: Ref;
  /** The seconds since the first stanza, such as `1.033 s`; undefined in a log without times. */
  readonly time: string | undefined;
  /** The stanza in short, with the page of its definition. */
  readonly stanza: Ref;
}

/** A row of the diagram: a step, a stanza, or both. */
export interface CallRow {
  readonly kind: 'row';
  readonly verdict: StepVerdict;
  readonly words: string;
  /** The number of the step in its flow. */
  readonly number: number | undefined;
  readonly flow: string;
  /** The step, with its place in the flow; undefined of a stanza that is no step. */
  readonly step: Ref | undefined;
  /** Who sends to whom, for readers of the list. */
  readonly from: string;
  readonly to: string;
  /** What the stylesheet draws the arrow by, such as `from-1 to-3 right`. */
  readonly classes: string;
  readonly way: 'right' | 'left' | 'self' | 'stub';
  readonly confidence: Confidence | undefined;
  readonly seen: SeenView | undefined;
  /** The stanza that answers it, with when and where it came. */
  readonly answer: { readonly words: string; readonly stanza: Ref; readonly place: Ref } | undefined;
  /** In which it departs, as sentences, and whether that is the first departure of the call. */
  readonly departs: readonly string[];
  readonly isFirst: boolean;
  readonly notes: readonly string[];
}

/**
 * The view of a row.
 * @param diagnosis what it is a row of
 */
export function callRow(row: DiagnosisRow, diagnosis: Diagnosis, context: DiagnosisContext): CallRow {
  const { verdict, step, seen, answer, divergences, notes } = row;
  return {
    kind: 'row',
    verdict,
    words: VERDICT_MARKS[verdict].word,
    number: step === undefined ? undefined : step.index + 1,
    flow: titleOf(step?.flow, context),
    step: step === undefined ? undefined : { text: step.label, href: stepHref(step, context) },
    ...wayOf(step, seen, diagnosis),
    confidence: step?.confidence,
    seen: seen === undefined ? undefined : seenView(seen, context),
    answer: answer === undefined ? undefined : answerView(answer, row, context),
    departs: divergences.flatMap((at) => {
      const one = diagnosis.divergences[at];
      return one === undefined ? [] : [departureWords(one)];
    }),
    isFirst: divergences.includes(0),
    notes,
  };
}

const titleOf = (flow: string | undefined, { corpus }: DiagnosisContext): string =>
  corpus.definitions.flow.get(flow ?? '')?.data.title ?? '';

/** A stanza of the call for the page. */
export const seenView = (seen: SeenStanza, { links, place }: DiagnosisContext): SeenView => ({
  place: place(seen.line),
  time: seen.at === undefined ? undefined : `${(seen.at / 1000).toFixed(3)} s`,
  stanza: {
    text: seen.words,
    href: seen.stanza === undefined ? undefined : links.definition('stanza', seen.stanza),
  },
});

function answerView(
  answer: SeenStanza,
  { seen, divergences, notes }: DiagnosisRow,
  context: DiagnosisContext,
): CallRow['answer'] {
  const { place, stanza } = seenView(answer, context);
  const delay = seen?.at === undefined || answer.at === undefined ? undefined : answer.at - seen.at;
  // What an answer says is of interest where something is said of it.
  const isPlain = divergences.length === 0 && notes.length === 0;
  const text = isPlain ? stanza.text.replace(/^(<[^\s>]+)\s.*>$/s, '$1>') : stanza.text;
  return {
    words: delay === undefined || delay < 0 ? '' : ` after ${delayWords(delay)}`,
    stanza: { ...stanza, text },
    place,
  };
}

/** A time that was measured: milliseconds, or seconds with a decimal. */
const delayWords = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

type Way = Pick<CallRow, 'from' | 'to' | 'classes' | 'way'>;

function wayOf(step: StepRef | undefined, seen: SeenStanza | undefined, diagnosis: Diagnosis): Way {
  const { participants, observer } = diagnosis;
  const column = (id: string | undefined): number => participants.findIndex((one) => one.id === id) + 1;
  const [from, to] = [column(step?.from), column(step?.to)];
  if (from > 0 && to > 0) {
    const way = from === to ? 'self' : from < to ? 'right' : 'left';
    const label = (at: number): string => participants[at - 1]?.label ?? '';
    return { from: label(from), to: label(to), classes: `from-${from} to-${to} ${way}`, way };
  }
  // The diagram does not have whoever is at the other end: the arrow begins or ends beside the observer.
  const own = Math.max(1, column(observer?.id));
  const label = observer?.label ?? 'observer';
  const isSent = seen?.direction === 'outgoing' || (step !== undefined && step.from === observer?.id);
  const toLeft = own === participants.length && own > 1;
  return {
    from: isSent ? label : 'somebody',
    to: isSent ? 'somebody' : label,
    classes: `from-${own} to-${own} ${isSent === toLeft ? 'left' : 'right'}${toLeft ? ' last' : ''}`,
    way: 'stub',
  };
}
