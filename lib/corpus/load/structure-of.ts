/** Texts that are only shown on the page of the definition, and on pages about the whole corpus. */
const TEXTS: ReadonlySet<string> = new Set(['summary', 'description', 'note', 'notes']);

/**
 * A definition without its texts, as JSON: everything that the pages of other definitions can depend on.
 * @param data a definition that fits its schema
 */
export const structureOf = (data: object): string =>
  JSON.stringify(data, (key: string, value: unknown) =>
    TEXTS.has(key) && typeof value === 'string' ? value !== '' : value,
  );
