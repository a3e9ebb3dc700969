import { counted, pluralized } from '../../text/counted.ts';
import { inThousands } from '../../text/lines-in-words.ts';
import type { Diagnosis } from '../model/diagnosis.ts';

/** So many calls that depart are named. */
const NAMED = 5;

/** In how many calls of a log something departs, and where first. Plain text. */
export function summaryWords(diagnoses: readonly Diagnosis[]): string {
  const departing = diagnoses.filter(({ divergences }) => divergences.length > 0);
  const unknown = diagnoses.filter(({ flow }) => flow === undefined).length;
  const fine = diagnoses.length - departing.length - unknown;
  const named = departing.slice(0, NAMED).map(({ call, divergences }) => {
    return `call ${inThousands(call)} (line ${inThousands(divergences[0]?.line ?? 1)})`;
  });
  const more = departing.length - named.length;
  return [
    `${counted(diagnoses.length, 'call')}: nothing departs in ${inThousands(fine)}`,
    ...(departing.length === 0
      ? []
      : [
          `${inThousands(departing.length)} ${pluralized(departing.length, 'departs', 'depart')}: ${named.join(', ')}${more > 0 ? ` and ${inThousands(more)} more` : ''}`,
        ]),
    ...(unknown === 0 ? [] : [`no flow explains ${inThousands(unknown)}`]),
  ].join('; ');
}
