/** A key with its value; nothing where there is no value, an empty text or an empty list. */
export function omitEmpty<K extends string, V>(
  key: K,
  value: V,
): { readonly [key in K]?: Exclude<V, undefined> } {
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return (empty ? {} : { [key]: value }) as { readonly [key in K]?: Exclude<V, undefined> };
}
