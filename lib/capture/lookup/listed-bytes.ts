import type { Corpus } from '../../corpus/model/corpus.ts';

// Cached: a corpus never changes.
const known = new WeakMap<Corpus, ReadonlySet<string>>();

/** The enum values that are bytes in lower-case hex. The spec lists them, so they are nobody's secret. */
export function listedBytes(corpus: Corpus): ReadonlySet<string> {
  let listed = known.get(corpus);
  if (listed === undefined) {
    const values = [...corpus.definitions.enum.values()].flatMap(({ data }) => data.values);
    listed = new Set(values.map(({ value }) => value).filter((value) => /^(?:[0-9a-f]{2})+$/.test(value)));
    known.set(corpus, listed);
  }
  return listed;
}
