import type { Claim } from '../corpus/evidence/claims-of-fact.ts';
import { stringAt } from '../corpus/load/string-at.ts';
import { ratedLower } from '../corpus/lookup/rated-lower.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { FactOwner } from '../schema/kinds.ts';
import { claimsOf, evidenceOfClaim } from './parts/claims-of.ts';
import { findingAt } from './parts/finding-at.ts';
import { restsOnBroken } from './parts/rests-on-broken.ts';
import type { Report, Rule } from './parts/rule.ts';

/** What is rated lower than its evidence supports has a reason, and every such reason concerns something. */
export const lowerRatingsExplained: Rule = {
  name: 'lower-ratings-explained',
  codes: ['evidence/too-low', 'evidence/not-lower'],
  check(corpus, report) {
    for (const { entry, claims } of claimsOf(corpus)) {
      // Of all claims, since each can add a finding.
      const uses = claims.map((claim) => usesReasonOfAll(claim, entry, corpus, report));
      if (entry.data.rated_lower !== undefined && !uses.includes(true)) {
        report(findingAt(entry, ['rated_lower'], 'evidence/not-lower', { path: entry.id }));
      }
    }
  },
};

/** Checks a claim, and says whether the reason that its definition gives for all of its facts is needed for it. */
function usesReasonOfAll(claim: Claim, entry: Entry<FactOwner>, corpus: Corpus, report: Report): boolean {
  const { path, pointer, confidence: claims } = claim;
  const evidence = evidenceOfClaim(claim, corpus);
  const reason = ratedLower(claim, evidence);
  const own = stringAt(entry.data, [...pointer, 'rated_lower']);
  if (reason === '') {
    const { supports, has } = evidence;
    report(findingAt(entry, [...pointer, 'confidence'], 'evidence/too-low', { path, claims, supports, has }));
  } else if (reason === undefined && restsOnBroken(claim, corpus)) {
    return true;
  } else if (reason === undefined && own !== undefined) {
    const at = [...pointer, 'rated_lower'];
    report(findingAt(entry, at, 'evidence/not-lower', { path, claims }));
  }
  return reason !== undefined && own === undefined;
}
