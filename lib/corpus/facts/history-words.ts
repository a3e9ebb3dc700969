import type { FactHistory } from '../model/fact-history.ts';

/** A history in words, such as `Since 0.1.0; speculative to probable in 0.2.0.` */
export function historyWords({ since, changes }: FactHistory): string {
  return `${[`Since ${since}`, ...changes.map(({ version, from, to }) => `${from} to ${to} in ${version}`)].join('; ')}.`;
}
