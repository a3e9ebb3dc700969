import type { Finding } from '../../lib/findings/finding.ts';
import { LEVELS, type Level } from '../../lib/findings/parts/level.ts';

export const FAIL_ON_OPTION = {
  type: 'string',
  choices: ['error', 'warning', 'note'],
  help: 'The lowest level at which findings fail the command.',
} as const;

/** Whether a finding is at or above a level. */
export function fails(findings: readonly Finding[], level: Level): boolean {
  return findings.some((one) => LEVELS.indexOf(one.level) >= LEVELS.indexOf(level));
}
