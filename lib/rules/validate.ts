import { type Loaded, loadCorpus } from '../corpus/load/load-corpus.ts';
import type { FilePort } from '../corpus/ports/file-port.ts';
import { compareFindings } from '../findings/compare-findings.ts';
import type { Counts } from '../findings/render-json.ts';
import { KIND_NAMES } from '../schema/kinds.ts';
import { RULES } from './index.ts';
import type { Rule } from './parts/rule.ts';
import { runRules } from './run-rules.ts';

export interface Validated extends Loaded {
  /** How many definitions of each kind could be read. */
  readonly counts: Counts;
}

/**
 * Reads a whole spec and holds it against its schemas and its rules. Never throws for what a file holds.
 * @param rules those of the corpus, unless others are wanted too
 */
export function validate(files: FilePort, rules: readonly Rule[] = RULES): Validated {
  return judge(loadCorpus(files), rules);
}

/** Holds a spec that was read against rules. */
export function judge(loaded: Loaded, rules: readonly Rule[]): Validated {
  const findings = [...loaded.findings, ...runRules(loaded.corpus, rules)].sort(compareFindings);
  const counts = Object.fromEntries(KIND_NAMES.map((kind) => [kind, loaded.corpus.definitions[kind].size]));
  return { ...loaded, findings, counts };
}
