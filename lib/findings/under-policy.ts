import type { Finding } from './finding.ts';
import type { Level } from './parts/level.ts';

/** What `spec.yaml` says about it; findings know nothing of the schemas. */
export interface Policy {
  readonly policy?: 'strict' | 'lenient';
}

const LOWER: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'note', note: 'note' };

/**
 * Gives findings the level that they have in a corpus. What makes a page wrong or unsafe is the same everywhere. How
 * authors work is for each team to say: where `spec.yaml` does not ask for this policy, such a finding is one level
 * lower, so that the corpus of another team is built as it is, and still says what our authors would have to mend.
 * @param findings new ones; each goes through here once
 * @param policy that of `spec.yaml`; a corpus without one asks for nothing
 */
export const underPolicy = (findings: readonly Finding[], { policy }: Policy): Finding[] =>
  policy === 'strict'
    ? [...findings]
    : findings.map((one) => (one.policy === true ? { ...one, level: LOWER[one.level] } : one));
