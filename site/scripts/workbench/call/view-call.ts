import type { ReviewedLog } from '../../../../lib/capture/review/review-stanzas.ts';
import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { diagnoseCall } from '../../../../lib/diagnose/diagnose-call.ts';
import { mergeSides, type TwoSides } from '../../../../lib/diagnose/merge-sides.ts';
import type { Call } from '../../../../lib/diagnose/model/call.ts';
import type { DiagnoseOptions, Diagnosis } from '../../../../lib/diagnose/model/diagnosis.ts';
import { callMarkdown } from '../../../../lib/diagnose/render/issue/call-markdown.ts';
import type { RenderAddresses } from '../../../../lib/diagnose/render/render-context.ts';
import { sidesWords } from '../../../../lib/diagnose/render/sides-words.ts';
import { callTitle, diagnosisHeadline, sideName } from '../../../model/diagnosis/diagnosis-headline.ts';
import { diagnosisView } from '../../../model/diagnosis/diagnosis-view.ts';
import type { Links } from '../../../model/links/links.ts';
import type { CallSummary, CallView } from '../messages/call-view.ts';

/** A call as a log has it. */
export interface CallOfLog {
  readonly call: Call;
  readonly log: ReviewedLog;
  /** How many calls the log has. */
  readonly calls: number;
  /** Whether it is the log of the other side. */
  readonly isOther: boolean;
}

/** A call in one log, or in those of both sides. */
export type CallSides = readonly [CallOfLog, (CallOfLog | undefined)?];

/** What a call shows. */
export interface DiagnosedSides {
  readonly sides: CallSides;
  readonly diagnoses: readonly [Diagnosis, Diagnosis?];
  readonly both: TwoSides | undefined;
}

/** Where the things are that a call names: on the page, and in what is copied from it. */
export interface CallAddresses {
  readonly links: Links;
  readonly outside: RenderAddresses;
}

/** @param options what the reader says about the call */
export function diagnoseSides(sides: CallSides, corpus: Corpus, options: DiagnoseOptions): DiagnosedSides {
  const [one, other] = sides;
  if (other === undefined) {
    return { sides, diagnoses: [diagnoseCall(one.call, corpus, options)], both: undefined };
  }
  const both = mergeSides(one.call, other.call, corpus, options);
  return { sides, diagnoses: both.sides, both };
}

/** A call in a line, by its number among all calls of the page. */
export function summarizeCall(
  { sides, diagnoses, both }: DiagnosedSides,
  number: number,
  of: number,
): CallSummary {
  const first = both?.first ?? 0;
  const diagnosis = diagnoses[first] ?? diagnoses[0];
  const isOther = sides[first]?.isOther === true;
  return {
    title:
      both === undefined
        ? callTitle({ ...diagnosis, call: number }, of)
        : `Call ${number} of ${of}, seen from both sides`,
    headline: diagnosisHeadline(diagnosis, (line) => lineName(line, isOther)),
    departs: diagnoses.some((one) => one !== undefined && departs(one)),
  };
}

const departs = ({ flow, divergences }: Diagnosis): boolean => flow === undefined || divergences.length > 0;

const lineName = (line: number, isOther: boolean): string =>
  isOther ? `line ${line} of log 2` : `line ${line}`;

/** A call for the page. */
export function viewCall(
  diagnosed: DiagnosedSides,
  summary: CallSummary,
  corpus: Corpus,
  { links, outside }: CallAddresses,
): CallView {
  const { sides, diagnoses, both } = diagnosed;
  const [main] = diagnoses;
  const pairs = sides.flatMap((side, i) => {
    const diagnosis = diagnoses[i];
    return side === undefined || diagnosis === undefined ? [] : [{ ...side, diagnosis }];
  });
  const leaks = pairs.some(({ log }) => log.leaks.length > 0);
  return {
    summary,
    sides: pairs.map(({ diagnosis, isOther }) => ({
      title: both === undefined ? undefined : `Seen by ${sideName(diagnosis)}`,
      view: diagnosisView(diagnosis, {
        corpus,
        links,
        place: (line) => ({ text: lineName(line, isOther), href: undefined }),
      }),
    })),
    together: both === undefined ? [] : sidesWords(both, ['Log 1', 'Log 2'], ({ line }) => `line ${line}`),
    markdown: leaks ? undefined : callMarkdown(pairs, both, outside),
    observers: both === undefined ? main.participants : [],
    chosen: { flow: main.flow?.id, observer: main.observer?.id },
  };
}
