import type { Claim } from '../corpus/evidence/claims-of-fact.ts';
import { namedBy } from '../corpus/evidence/rests-on.ts';
import { claimsTooMuch } from '../corpus/model/confidences.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { FactOwner } from '../schema/kinds.ts';
import { claimsOf, evidenceOfClaim } from './parts/claims-of.ts';
import { findingAt } from './parts/finding-at.ts';
import { restsOnBroken } from './parts/rests-on-broken.ts';
import type { Report, Rule } from './parts/rule.ts';

/** No fact and no step of a flow claims a higher confidence than its evidence supports, and each has some evidence. */
export const confidenceSupported: Rule = {
  name: 'confidence-supported',
  codes: ['evidence/too-high', 'evidence/none'],
  check(corpus, report) {
    for (const { entry, claims } of claimsOf(corpus)) {
      for (const claim of claims) checkClaim(claim, entry, corpus, report);
    }
  },
};

function checkClaim(claim: Claim, entry: Entry<FactOwner>, corpus: Corpus, report: Report): void {
  const { path, confidence: claims } = claim;
  // `unknown` claims nothing, so there is nothing to check.
  if (claims === 'unknown') return;
  const at = [...claim.pointer, 'confidence'];
  const { supports, has, missing, techniques, flavors, sources } = evidenceOfClaim(claim, corpus);
  // An empty provenance is reported as missing evidence, and only an insufficient one as a confidence that is too high.
  const named = namedBy(claim, corpus);
  const isBare = named.techniques.size + named.flavors.size + named.sources.size === 0;
  if (claimsTooMuch(claims, supports) && !isBare) {
    if (restsOnBroken(claim, corpus)) return;
    report(findingAt(entry, at, 'evidence/too-high', { path, claims, supports, has, missing }));
  } else if (techniques.length + flavors.length + sources === 0) {
    report(findingAt(entry, at, 'evidence/none', { path, claims }));
  }
}
