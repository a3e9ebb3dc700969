import type { DraftOptions } from './draft-options.ts';

/**
 * Names captures after their stanza and technique, with a number that is free.
 * @param count how many captures are made; a single one takes the id of the options as it is
 * @param taken the ids that are in use, in lower case; each new id is added
 */
export function captureIds(
  options: Pick<DraftOptions, 'id' | 'technique'>,
  count: number,
  taken: Set<string>,
): (stanza: string) => string {
  // For each name the first number that may be free.
  const next = new Map<string, number>();
  return (stanza) => {
    const base = options.id ?? `${stanza}-${options.technique}`;
    if (options.id !== undefined && count === 1) return options.id;
    for (let n = next.get(base) ?? 1; ; n++) {
      const id = `${base}-${String(n).padStart(2, '0')}`;
      if (taken.has(id.toLowerCase())) continue;
      taken.add(id.toLowerCase());
      next.set(base, n + 1);
      return id;
    }
  };
}
