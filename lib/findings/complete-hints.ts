import type { FindingWays } from '../prose/ways.ts';
import type { Finding } from './finding.ts';

/**
 * Findings whose hints also say how to do what they suggest.
 * @param ways in the words of the place where the findings are shown
 */
export function completeHints(findings: readonly Finding[], ways: FindingWays): Finding[] {
  return findings.map(({ way, ...finding }) => {
    if (way === undefined) return finding;
    const { hint } = finding;
    return { ...finding, hint: hint === undefined ? ways[way] : `${hint} ${ways[way]}` };
  });
}
