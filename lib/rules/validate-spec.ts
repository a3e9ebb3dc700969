import { type Loaded, type LoadOptions, loadCorpus } from '../corpus/load/load-corpus.ts';
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
 * Loads a whole spec and checks it against its schemas and the rules. Never throws, whatever a file holds.
 * @param rules by default those that need nothing but the definitions
 */
export function validateSpec(
  files: FilePort,
  rules: readonly Rule[] = RULES,
  options: LoadOptions = {},
): Validated {
  return validateLoaded(loadCorpus(files, options), rules);
}

/** Checks a loaded spec against rules, and adds their findings to those of loading. */
export function validateLoaded(loaded: Loaded, rules: readonly Rule[]): Validated {
  const findings = [...loaded.findings, ...runRules(loaded.corpus, rules)].sort(compareFindings);
  const counts = Object.fromEntries(KIND_NAMES.map((kind) => [kind, loaded.corpus.definitions[kind].size]));
  return { ...loaded, findings, counts };
}
