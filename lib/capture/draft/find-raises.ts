import { carriedBy } from '../../corpus/evidence/evidence.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';
import type { Confidence } from '../../schema/types.generated.ts';
import type { DraftedCapture, Raise } from './draft-options.ts';

const RANK: Readonly<Record<Confidence, number>> = { unknown: 0, speculative: 1, probable: 2, confirmed: 3 };

export function findRaises(captures: readonly DraftedCapture[], before: Corpus, after: Corpus): Raise[] {
  const paths = [...new Set(captures.flatMap(({ supports }) => supports))];
  return paths.flatMap((path) => {
    const fact = after.factByPath.get(path);
    const old = before.factByPath.get(path);
    if (fact === undefined || old === undefined) return [];
    const { carries, has } = carriedBy(fact, after);
    if (RANK[carries] <= RANK[fact.confidence] || RANK[carries] <= RANK[carriedBy(old, before).carries])
      return [];
    return [{ path, from: fact.confidence, to: carries, why: has }];
  });
}
