import { weighEvidence } from '../corpus/evidence/evidence.ts';
import { namedBy, type Stated } from '../corpus/evidence/rests-on.ts';
import { ownedFacts } from '../corpus/facts/owned-facts.ts';
import { claimsTooMuch } from '../corpus/model/confidences.ts';
import type { Corpus, Entry } from '../corpus/model/corpus.ts';
import type { Fact, FactOwner } from '../corpus/model/fact.ts';
import { withEmptyLists } from '../corpus/model/with-empty-lists.ts';
import { parseSource } from '../corpus/sources/source-ref.ts';
import { findingAt } from './parts/finding-at.ts';
import type { Report, Rule } from './parts/rule.ts';

/** No fact and no step of a flow claims a higher confidence than its evidence supports, and each has some evidence. */
export const confidenceSupported: Rule = {
  name: 'confidence-supported',
  codes: ['evidence/too-high', 'evidence/none'],
  check(corpus, report) {
    for (const { entry, facts } of ownedFacts(corpus)) {
      for (const fact of facts) {
        checkFact(fact, entry, corpus, report);
        for (const leg of legsOf(fact)) checkFact(leg, entry, corpus, report);
      }
    }
    for (const entry of corpus.definitions.flow.values()) {
      for (const [i, { confidence, provenance }] of entry.data.steps.entries()) {
        const step = {
          path: `${entry.id}, step ${i + 1}`,
          confidence,
          provenance: withEmptyLists(provenance),
          inside: [],
          pointer: ['steps', i],
        };
        checkFact(step, entry, corpus, report);
      }
    }
  },
};

/** The legs of a fact that have evidence or a confidence of their own. */
function legsOf(fact: Fact): Claim[] {
  return (['sent', 'delivered'] as const).flatMap((leg) => {
    const said = fact[leg];
    if (typeof said !== 'object' || (said.confidence ?? said.provenance) === undefined) return [];
    return [
      {
        path: `${fact.path}, ${leg}`,
        confidence: said.confidence ?? fact.confidence,
        provenance: said.provenance === undefined ? fact.provenance : withEmptyLists(said.provenance),
        inside: [],
        pointer: [...fact.pointer, leg],
      },
    ];
  });
}

type Claim = Stated & Pick<Fact, 'path' | 'confidence' | 'pointer'>;

function checkFact(fact: Claim, entry: Entry<FactOwner | 'flow'>, corpus: Corpus, report: Report): void {
  const { path, confidence: claims } = fact;
  // `unknown` claims nothing, so there is nothing to check.
  if (claims === 'unknown') return;
  const at = [...fact.pointer, 'confidence'];
  const { supports, has, missing, techniques, flavors, sources } = weighEvidence(fact, corpus);
  // An empty provenance is reported as missing evidence, and only an insufficient one as a confidence that is too high.
  const named = namedBy(fact, corpus);
  const isBare = named.techniques.size + named.flavors.size + named.sources.size === 0;
  if (claimsTooMuch(claims, supports) && !isBare) {
    // The broken definition may support more than can be seen now.
    if (restsOnBroken(fact, corpus)) return;
    report(findingAt(entry, at, 'evidence/too-high', { path, claims, supports, has, missing }));
  } else if (techniques.length + flavors.length + sources === 0) {
    report(findingAt(entry, at, 'evidence/none', { path, claims }));
  }
}

function restsOnBroken(fact: Stated, corpus: Corpus): boolean {
  const isBroken = (kind: 'technique' | 'flavor' | 'capture', id: string): boolean =>
    corpus.broken.get(kind)?.has(id) ?? false;
  const { techniques, flavors, sources } = namedBy(fact, corpus);
  return (
    [...techniques].some((id) => isBroken('technique', id)) ||
    [...flavors].some((id) => isBroken('flavor', id)) ||
    [...sources].map(parseSource).some((source) => {
      if (source.kind === 'flavor') return isBroken('flavor', source.flavor);
      return source.kind === 'capture' && isBroken('capture', source.id);
    })
  );
}
