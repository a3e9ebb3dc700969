import type { Corpus } from '../corpus/model/corpus.ts';
import { compareFindings } from '../findings/compare-findings.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { clip } from '../text/clip.ts';
import { RULES } from './index.ts';
import type { Rule } from './parts/rule.ts';

/**
 * Holds a corpus against the rules.
 * @returns all findings, sorted. A rule that throws gives a finding of its own, at the rule's file, beside
 *   what it reported until then; the others run all the same.
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
  return findings.sort(compareFindings);
}
