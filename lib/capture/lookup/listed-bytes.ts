import type { Corpus } from '../../corpus/model/corpus.ts';

// A corpus never changes.
const known = new WeakMap<Corpus, ReadonlySet<string>>();

/** The values of enums that are bytes in lower-case hex: what the spec says is nobody's own. */
export function listedBytes(corpus: Corpus): ReadonlySet<string> {
  let listed = known.get(corpus);
  if (listed === undefined) {
    const values = [...corpus.definitions.enum.values()].flatMap(({ data }) => data.values);
    listed = new Set(values.map(({ value }) => value).filter((value) => /^(?:[0-9a-f]{2})+$/.test(value)));
    known.set(corpus, listed);
  }
  return listed;
}
