import type { Mark } from './mark.ts';

/** The marks of a file as flat lists, in the order of its values: compact, and quick to pass to another thread. */
export interface FlatMarks {
  /** For each value, its offset and that of its key, or -1 for none. */
  readonly places: readonly number[];
  /** The number and the spelling of each value that is a plain scalar other than text. */
  readonly spellings: readonly (readonly [number, string])[];
}

/** Flattens the marks of values. @param data the values that they belong to */
export function flattenMarks(data: unknown, root: Mark): FlatMarks {
  const places: number[] = [];
  const spellings: [number, string][] = [];
  const visit = (value: unknown, mark: Mark): void => {
    if (mark.spelling !== undefined) spellings.push([places.length / 2, mark.spelling]);
    places.push(mark.value, mark.key ?? -1);
    for (const [step, inner] of stepsInto(value)) {
      const next = mark.items?.get(step);
      if (next === undefined) throw new Error(`a value has no mark: ${step}`);
      visit(inner, next);
    }
  };
  visit(data, root);
  return { places, spellings };
}

/** Restores flattened marks. @param data the same values */
export function unflattenMarks(data: unknown, { places, spellings }: FlatMarks): Mark {
  const spelled = new Map(spellings);
  let next = 0;
  const make = (value: unknown): Mark => {
    const at = next;
    next += 1;
    const key = places[2 * at + 1] ?? -1;
    const steps = stepsInto(value);
    return {
      value: places[2 * at] ?? 0,
      key: key === -1 ? undefined : key,
      spelling: spelled.get(at),
      items:
        typeof value === 'object' && value !== null
          ? new Map(steps.map(([step, inner]) => [step, make(inner)]))
          : undefined,
    };
  };
  return make(data);
}

// Both directions visit values in the same order, which equal values share.
function stepsInto(value: unknown): (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((inner, i) => [i, inner] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
