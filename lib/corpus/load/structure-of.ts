/** The texts that a definition's own page shows, and pages that are about everything. */
const TEXTS: ReadonlySet<string> = new Set(['summary', 'description', 'note', 'notes']);

/**
 * A definition without its texts: everything that the page of another definition can depend on, as JSON.
 * @param data a definition that fits its schema
 */
export const structureOf = (data: object): string =>
  JSON.stringify(data, (key: string, value: unknown) =>
    TEXTS.has(key) && typeof value === 'string' ? value !== '' : value,
  );
