import { printable } from '../../lib/text/printable.ts';
import { textTable } from '../../lib/text/text-table.ts';
import type { DiagnosisTime } from './measure-diagnosis.ts';
import { type Count, type Miss, percentNamed, type Tally } from './tally.ts';

/** Everything that the command measures. */
export interface FaultReport {
  readonly seed: number;
  /** Calls that were made of the flows. */
  readonly generated: Tally;
  /** Calls that the captures of the spec recorded. */
  readonly recorded: Tally;
  readonly speed: DiagnosisTime;
  readonly seconds: number;
}

/** So many of 100 faults are to be named first. */
export const GOALS = { generated: 97, recorded: 90 } as const;

/** Whether no allowed call has a divergence, and enough faults are named first. */
export const reachesGoals = ({ generated, recorded }: Pick<FaultReport, 'generated' | 'recorded'>): boolean =>
  generated.falseDivergences.length === 0 &&
  recorded.falseDivergences.length === 0 &&
  percentNamed(generated.all) >= GOALS.generated &&
  percentNamed(recorded.all) >= GOALS.recorded;

/** The report as text for a terminal, or as JSON. */
export const renderFaults = (report: FaultReport, isJson: boolean): string =>
  isJson ? `${JSON.stringify(asJson(report), undefined, 2)}\n` : asText(report);

const asJson = (report: FaultReport): object => ({
  ok: reachesGoals(report),
  seed: report.seed,
  seconds: report.seconds,
  generated: tallyJson(report.generated),
  recorded: tallyJson(report.recorded),
  speed: report.speed,
});

const tallyJson = (tally: Tally): object => ({
  conforming: tally.conforming,
  false: tally.falseDivergences,
  ...tally.all,
  percent: percentNamed(tally.all),
  byKind: Object.fromEntries(tally.byKind),
  byFlow: Object.fromEntries(tally.byFlow),
  missed: tally.missed,
  notUsed: tally.notUsed,
});

function asText({ seed, generated, recorded, speed, seconds }: FaultReport): string {
  const { calls, stanzas, readMs, diagnoseMs } = speed;
  const sets = [
    ['Made-up calls', generated, GOALS.generated],
    ['Recorded calls', recorded, GOALS.recorded],
  ] as const;
  return [
    ...sets.flatMap(([title, tally, goal]) => setText(title, tally, goal)),
    `Speed: ${calls} calls of ${stanzas} stanzas were read and reviewed in ${ms(readMs)}, diagnosed in ${ms(diagnoseMs)}.`,
    `All of it took ${seconds.toFixed(0)} s. To see the log of one: npm run -s plant-faults -- --seed ${seed} --show 'ID'`,
    '',
  ].join('\n');
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;

function setText(title: string, tally: Tally, goal: number): string[] {
  const { all, conforming, falseDivergences, missed, notUsed, byKind, byFlow } = tally;
  const rows = (counts: ReadonlyMap<string, Count>): (readonly (string | number)[])[] =>
    [...counts].map(([name, count]) => [name, count.planted, count.named, percent(count), count.skipped]);
  const head = ['', 'planted', 'named first', 'of 100', 'still allowed'];
  return [
    `${title}: ${conforming} allowed logs, ${falseDivergences.length} with a divergence. Of ${all.planted} faults ${all.named} are named first, ${percent(all)} of 100 (goal: ${goal}); ${all.skipped} changed calls are still allowed.`,
    '',
    ...textTable([head, ...rows(byKind), ['', '', '', '', ''], ...rows(byFlow)], '  '),
    '',
    ...listed('Divergences where there is none:', falseDivergences.map(missText)),
    ...listed('Not named first:', missed.map(missText)),
    ...listed('Not used, or not explained:', notUsed),
  ];
}

const percent = (count: Count): string => percentNamed(count).toFixed(1);

const missText = ({ id, said }: Miss): string => `${id}: ${said}`;

const listed = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [title, ...items.map((item) => `  ${printable(item)}`), ''];
