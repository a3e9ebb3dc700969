import type { Diagnosis, DiagnosisRow } from '../../../lib/diagnose/model/diagnosis.ts';
import { counted } from '../../../lib/text/counted.ts';
import type { Ref } from '../links/ref.ts';
import { type CallRow, callRow, type SeenView, seenView } from './call-row.ts';
import { type DiagnosisContext, stepHref } from './diagnosis-context.ts';

/** Rows that say little, in one fold. */
export interface FoldedRows {
  readonly kind: 'fold';
  readonly words: string;
  /** What the rows are, for the stylesheet. */
  readonly of: 'left-out' | 'not-in-flow' | 'seen' | 'not-reached';
  readonly rows: readonly {
    /** The number of the step in its flow. */
    readonly number: number | undefined;
    readonly step: Ref | undefined;
    readonly seen: SeenView | undefined;
  }[];
}

/** What the diagram of a call consists of, from top to bottom. */
export type DiagramItem = CallRow | FoldedRows;

/** How many stanzas in a row are folded if they are no steps, or repeat a step. */
const MANY = 4;

/** The rows of a diagnosis, with those that say little folded where there are many. */
export function diagramItems(diagnosis: Diagnosis, context: DiagnosisContext): DiagramItem[] {
  const rest = diagnosis.rows.filter(({ verdict }) => verdict === 'not-reached');
  const items = runs(diagnosis.rows.filter(({ verdict }) => verdict !== 'not-reached')).flatMap((run) =>
    itemsOf(run, diagnosis, context),
  );
  if (rest.length === 0) return items;
  const words = `The log ends here; ${counted(rest.length, 'step')} of the flow ${rest.length === 1 ? 'comes' : 'come'} later`;
  return [...items, fold('not-reached', words, rest, context)];
}

/** Splits rows into runs of rows that say the same. */
function runs(rows: readonly DiagnosisRow[]): DiagnosisRow[][] {
  const found: DiagnosisRow[][] = [];
  for (const row of rows) {
    const run = found.at(-1);
    if (run?.[0] !== undefined && saysTheSame(run[0], row)) run.push(row);
    else found.push([row]);
  }
  return found;
}

function saysTheSame(a: DiagnosisRow, b: DiagnosisRow): boolean {
  if (a.verdict !== b.verdict || b.divergences.length > 0 || a.divergences.length > 0) return false;
  if (a.verdict === 'left-out' || a.verdict === 'not-in-flow') return b.notes.length === 0;
  return a.verdict === 'seen' && b.notes.length === 0 && a.step?.path === b.step?.path;
}

function itemsOf(
  run: readonly DiagnosisRow[],
  diagnosis: Diagnosis,
  context: DiagnosisContext,
): DiagramItem[] {
  const rows = (of: readonly DiagnosisRow[]): CallRow[] => of.map((row) => callRow(row, diagnosis, context));
  const verdict = run[0]?.verdict;
  if (verdict === 'left-out') {
    return [fold('left-out', `${counted(run.length, 'step')} left out`, run, context)];
  }
  if (run.length < MANY) return rows(run);
  if (verdict === 'not-in-flow') {
    return [
      fold('not-in-flow', `${counted(run.length, 'stanza')} that the flow does not have`, run, context),
    ];
  }
  if (verdict !== 'seen') return rows(run);
  const again = run.slice(1);
  return [
    ...rows(run.slice(0, 1)),
    fold('seen', `The same step ${counted(again.length, 'more time')}`, again, context),
  ];
}

const fold = (
  of: FoldedRows['of'],
  words: string,
  rows: readonly DiagnosisRow[],
  context: DiagnosisContext,
): FoldedRows => ({
  kind: 'fold',
  of,
  words,
  rows: rows.map(({ step, seen }) => ({
    number: step === undefined ? undefined : step.index + 1,
    step: step === undefined ? undefined : { text: step.label, href: stepHref(step, context) },
    seen: seen === undefined ? undefined : seenView(seen, context),
  })),
});
