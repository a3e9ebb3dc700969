/** An object with one key, or an empty object if the value is undefined, '' or []. */
export function omitEmpty<K extends string, V>(
  key: K,
  value: V,
): { readonly [key in K]?: Exclude<V, undefined> } {
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return (empty ? {} : { [key]: value }) as { readonly [key in K]?: Exclude<V, undefined> };
}
