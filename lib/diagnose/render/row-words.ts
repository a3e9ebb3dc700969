import type { OneWay } from '../../corpus/match/stanza-direction.ts';
import type { Diagnosis, DiagnosisRow } from '../model/diagnosis.ts';
import { timeSince } from './time-since.ts';

/** A row of the diagram of a call, in plain words. */
interface RowWords {
  /** undefined for a stanza that did not come and is between others. */
  readonly direction: OneWay | undefined;
  /** What was sent: the label of the step, or the stanza. */
  readonly what: string;
  /** The stanza itself, if the label of its step does not say enough. */
  readonly stanza: string | undefined;
  /** The time since the first stanza, if the log tells it. */
  readonly time: string;
  /** Whether a stanza answered it by its id, and after which time. */
  readonly answered: string | undefined;
}

/** What a row of the diagram says. */
export function rowWords(
  { step, seen, answer, verdict }: DiagnosisRow,
  { observer }: Pick<Diagnosis, 'observer'>,
): RowWords {
  const isPlain = verdict === 'seen';
  return {
    direction: seen?.direction ?? (step === undefined ? undefined : stepDirection(step, observer?.id)),
    what: step?.label ?? seen?.words ?? '',
    stanza: step === undefined || isPlain ? undefined : seen?.words,
    time: seen?.at === undefined ? '' : timeSince(seen.at),
    answered: answer === undefined ? undefined : answeredWords(seen?.at, answer.at),
  };
}

function stepDirection(
  { from, to }: { readonly from: string; readonly to: string },
  observer: string | undefined,
): OneWay | undefined {
  if (from === observer) return 'outgoing';
  return to === observer ? 'incoming' : undefined;
}

const answeredWords = (asked: number | undefined, at: number | undefined): string =>
  asked === undefined || at === undefined ? 'answered' : `answered after ${timeSince(at - asked)} s`;
