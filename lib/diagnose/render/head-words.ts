import { counted } from '../../text/counted.ts';
import { inThousands } from '../../text/lines-in-words.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { RenderContext } from './render-context.ts';

/** What comes first of a call: which one it is, and how it was read. Plain text. */
export function headWords(
  { call, flow, observer, rows, divergences, alsoFits }: Diagnosis,
  { calls, log }: Pick<RenderContext, 'calls' | 'log'>,
): { readonly title: string; readonly details: readonly string[] } {
  const stanzas = rows.flatMap((row) => [row.seen, row.answer]).filter((one) => one !== undefined);
  const found =
    flow === undefined
      ? 'no flow explains it'
      : divergences.length === 0
        ? 'nothing departs'
        : counted(divergences.length, 'divergence');
  return {
    title: `${log === undefined ? 'Call' : `${log}, call`} ${inThousands(call)} of ${inThousands(calls)}: ${found}`,
    details: [
      ...(flow === undefined ? [] : [`flow “${flow.title}”`]),
      ...(observer === undefined ? [] : [`seen by: ${observer.label}`]),
      counted(stanzas.length, 'stanza'),
      ...(alsoFits.length === 0 ? [] : [`fits as well: ${firstOf(alsoFits)}`]),
    ],
  };
}

const NAMED = 3;

const firstOf = (flows: readonly string[]): string =>
  `${flows.slice(0, NAMED).join(', ')}${flows.length > NAMED ? ` and ${flows.length - NAMED} more` : ''}`;

/** What is said of a call in which nothing departs. */
export const nothingDeparts = ({ flow, outcome }: Pick<Diagnosis, 'flow' | 'outcome'>): string =>
  flow === undefined
    ? 'No flow of the spec explains this call, so nothing can be said of its order.'
    : outcome.some(({ isRefusal }) => isRefusal)
      ? 'Something was refused, see how it ended. Nothing else departs from what is known.'
      : 'Nothing departs from what is known. Everything that this log can show of the flow came as expected.';

/** What a log of one side cannot show of a call, one thing each. Plain text. */
export function beyondLog({ unseen }: Pick<Diagnosis, 'unseen'>): string[] {
  const steps = unseen.map(({ label, from, to }) => `${label} (${from} to ${to})`);
  return [
    ...(steps.length === 0 ? [] : [`Between others: ${steps.join(', ')}`]),
    'Whatever is not signaling, such as media and the choice of a relay',
  ];
}
