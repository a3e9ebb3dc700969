import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { Diagnosis, DiagnosisRow } from '../model/diagnosis.ts';
import { timeSince } from './time-since.ts';
import { VERDICT_MARKS } from './verdict-marks.ts';

/** A row of the diagram of a call, in plain words. */
interface RowWords {
  /** undefined for a step that did not come and is between others. */
  readonly direction: OneWay | undefined;
  /** What was sent: the label of the step, or the stanza; with whether it was answered. */
  readonly what: string;
  /** The stanza itself, where something in it departs. */
  readonly stanza: string | undefined;
  /** The time since the first stanza, if the log tells it. */
  readonly time: string;
  /** The verdict, as a sign and a word, and whether it is the first divergence. */
  readonly mark: string;
}

/** What a row of the diagram says. */
export function rowWords(
  { step, seen, answer, verdict, divergences }: DiagnosisRow,
  diagnosis: Pick<Diagnosis, 'observer'>,
): RowWords {
  const { sign, word } = VERDICT_MARKS[verdict];
  const answered = answer === undefined ? '' : ` (${answeredWords(seen?.at, answer.at)})`;
  return {
    direction:
      seen?.direction ?? (step === undefined ? undefined : stepDirection(step, diagnosis.observer?.id)),
    what: `${step?.label ?? seen?.words ?? ''}${answered}`,
    stanza: step === undefined || verdict === 'seen' ? undefined : seen?.words,
    time: seen?.at === undefined ? '' : timeSince(seen.at),
    mark: `${sign} ${word}${divergences.includes(0) ? ', first' : ''}`,
  };
}

/** Whether the log goes on for long enough to show a row. */
export const isReached = ({ verdict }: Pick<DiagnosisRow, 'verdict'>): boolean => verdict !== 'not-reached';

/**
 * The steps that the log ends before, in one sentence; '' if there are none.
 * @param ways how each direction is written
 */
export function laterWords(
  diagnosis: Pick<Diagnosis, 'observer' | 'rows'>,
  ways: Readonly<Record<OneWay, string>>,
): string {
  const later = diagnosis.rows.filter((row) => !isReached(row)).map((row) => rowWords(row, diagnosis));
  const words = later.map(
    ({ direction, what }) => `${direction === undefined ? '' : `${ways[direction]} `}${what}`,
  );
  return words.length === 0 ? '' : `The log ends before: ${words.join('; ')}`;
}

function stepDirection(
  { from, to }: { readonly from: string; readonly to: string },
  observer: string | undefined,
): OneWay | undefined {
  if (from === observer) return 'outgoing';
  return to === observer ? 'incoming' : undefined;
}

const answeredWords = (asked: number | undefined, at: number | undefined): string =>
  asked === undefined || at === undefined ? 'answered' : `answered in ${timeSince(at - asked)} s`;
