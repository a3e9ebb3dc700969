import { weighEvidence } from '../../corpus/evidence/evidence.ts';
import { isSurer } from '../../corpus/model/confidences.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { DraftedCapture, Raise } from './entry/draft-options.ts';

export function findRaises(captures: readonly DraftedCapture[], before: Corpus, after: Corpus): Raise[] {
  const paths = [...new Set(captures.flatMap(({ supports }) => supports))];
  return paths.flatMap((path) => {
    const fact = after.factByPath.get(path);
    const old = before.factByPath.get(path);
    if (fact === undefined || old === undefined) return [];
    const { supports, has } = weighEvidence(fact, after);
    const isRaise =
      isSurer(supports, fact.confidence) && isSurer(supports, weighEvidence(old, before).supports);
    if (!isRaise) return [];
    return [{ path, from: fact.confidence, to: supports, why: has }];
  });
}
