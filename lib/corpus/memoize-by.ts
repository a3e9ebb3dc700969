/**
 * Memoizes a function of one object, such as an index over a corpus that every page of a build asks for. The object
 * must not change afterwards.
 */
export function memoizeBy<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const results = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    let result = results.get(of);
    if (result === undefined) {
      result = { value: make(of) };
      results.set(of, result);
    }
    return result.value;
  };
}
