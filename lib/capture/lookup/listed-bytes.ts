import { memoizeBy } from '../../corpus/memoize-by.ts';
import type { Corpus } from '../../corpus/model/corpus.ts';

/** The values of enums that are bytes in lower-case hex: what the spec says is nobody's own. */
export const listedBytes: (corpus: Corpus) => ReadonlySet<string> = memoizeBy((corpus) => {
  const values = [...corpus.definitions.enum.values()].flatMap(({ data }) => data.values);
  return new Set(values.map(({ value }) => value).filter((value) => /^(?:[0-9a-f]{2})+$/.test(value)));
});
