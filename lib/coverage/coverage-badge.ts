import type { Coverage } from './coverage.ts';
import { percent } from './percent.ts';

/** The input of the endpoint badges of shields.io: https://shields.io/badges/endpoint-badge */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

/** The minimum score of each colour; the last colour is for everything below. */
const COLORS: readonly (readonly [from: number, color: string])[] = [
  [0.9, 'brightgreen'],
  [0.75, 'green'],
  [0.6, 'yellowgreen'],
  [0.4, 'yellow'],
  [0.2, 'orange'],
  [0, 'red'],
];

/** The badge with the score of the facts of stanzas; in a spec without stanzas, that of enum values, of steps or of what parts say. */
export function coverageBadge({ stanzaFacts, enumValues, steps, statements }: Coverage): Badge {
  const score = stanzaFacts.score ?? enumValues.score ?? steps.score ?? statements.score;
  const color = score === undefined ? 'lightgrey' : (COLORS.find(([from]) => score >= from)?.[1] ?? 'red');
  return {
    schemaVersion: 1,
    label: 'spec coverage',
    message: score === undefined ? 'no facts' : percent(score).replace(' ', ''),
    color,
  };
}
