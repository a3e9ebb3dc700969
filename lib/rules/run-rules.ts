import type { Corpus } from '../corpus/model/corpus.ts';
import { compareFindings } from '../findings/compare-findings.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { underPolicy } from '../findings/under-policy.ts';
import { clip } from '../text/clip.ts';
import { RULES } from './index.ts';
import type { Rule } from './parts/rule.ts';

/**
 * Runs rules over a corpus.
 * @returns all findings with the level that they have in this corpus, sorted. A rule that throws becomes a finding at its own file, and keeps what it reported
 *   before; the other rules still run.
 */
export function runRules(corpus: Corpus, rules: readonly Rule[] = RULES): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      rule.check(corpus, (one) => findings.push(one));
    } catch (error) {
      const reason = clip(error instanceof Error ? error.message : String(error));
      const place = { file: `lib/rules/${rule.name}.ts`, line: 1, column: 1 };
      findings.push(finding('rule/crashed', { rule: rule.name, reason }, place));
    }
  }
  return underPolicy(findings, corpus.spec).sort(compareFindings);
}
