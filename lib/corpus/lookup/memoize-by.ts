/**
 * Computes something once for each object that it depends on. Every page of a build asks the same about a corpus, and
 * the answer takes a walk over all of it. The object must not change afterwards.
 */
export function memoizeBy<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (of) => {
    let entry = known.get(of);
    if (entry === undefined) {
      entry = { answer: make(of) };
      known.set(of, entry);
    }
    return entry.answer;
  };
}
