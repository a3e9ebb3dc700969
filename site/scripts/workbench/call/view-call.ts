import type { Corpus } from '../../../../lib/corpus/model/corpus.ts';
import { diagnoseCall } from '../../../../lib/diagnose/diagnose-call.ts';
import { mergeSides, type TwoSides } from '../../../../lib/diagnose/merge-sides.ts';
import type { Call } from '../../../../lib/diagnose/model/call.ts';
import type { DiagnoseOptions, Diagnosis } from '../../../../lib/diagnose/model/diagnosis.ts';
import { type DiagnosisView, diagnosisView } from '../../../model/diagnosis/diagnosis-view.ts';
import { callTitle, diagnosisHeadline, sideName } from '../../../model/diagnosis/diagnosis-words.ts';
import type { Links } from '../../../model/links/links.ts';
import type { CallView } from '../messages/call-view.ts';

/** A call of a log, with the same call in the log of the other side. */
export interface CallSides {
  readonly call: Call;
  readonly other: Call | undefined;
  /** Whether only the second log has it. */
  readonly isFromOther?: boolean;
}

/**
 * A call for the page.
 * @param options what the reader says about it
 */
export function viewCall(
  { call, other, isFromOther = false }: CallSides,
  { number, of }: { readonly number: number; readonly of: number },
  options: DiagnoseOptions,
  corpus: Corpus,
  links: Links,
): CallView {
  const viewOf = (diagnosis: Diagnosis, second: boolean): DiagnosisView =>
    diagnosisView(diagnosis, {
      corpus,
      links,
      place: (line) => ({ text: lineName(line, second), href: undefined }),
    });
  if (other !== undefined) return viewSides(mergeSides(call, other, corpus, options), { number, of }, viewOf);
  const diagnosis = { ...diagnoseCall(call, corpus, options), call: number };
  const view = viewOf(diagnosis, isFromOther);
  return {
    summary: { title: callTitle(diagnosis, of), headline: view.headline, departs: view.departs },
    sides: [{ title: undefined, view }],
    together: [],
    observers: diagnosis.participants,
    chosen: { flow: diagnosis.flow?.id, observer: diagnosis.observer?.id },
  };
}

const lineName = (line: number, second: boolean): string =>
  second ? `line ${line} of the second log` : `line ${line}`;

function viewSides(
  { sides, first, undelivered }: TwoSides,
  { number, of }: { readonly number: number; readonly of: number },
  viewOf: (diagnosis: Diagnosis, second: boolean) => DiagnosisView,
): CallView {
  const views = sides.map((side, i) => viewOf(side, i === 1));
  const place = (line: number): string => lineName(line, (first ?? 0) === 1);
  return {
    summary: {
      title: `Call ${number} of ${of}, seen from both sides`,
      headline: diagnosisHeadline(sides[first ?? 0], place),
      departs: views.some(({ departs }) => departs),
    },
    sides: views.map((view, i) => ({ title: `Seen by ${sideName(sides[i === 1 ? 1 : 0])}`, view })),
    together: undelivered.map(
      ({ sender, seen }) =>
        `${seen.words} in ${lineName(seen.line, sender === 1)} was sent and did not arrive: the other log goes on without it.`,
    ),
    observers: [],
    chosen: { flow: sides[0].flow?.id, observer: undefined },
  };
}
