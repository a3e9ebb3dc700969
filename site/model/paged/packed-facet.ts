/** A field that the rows of a packed list can be filtered by. */
export interface PackedFacet {
  readonly name: string;
  readonly values: readonly string[];
  /** Each combination of values that a row has, as indexes of {@link values}. */
  readonly sets: readonly (readonly number[])[];
  /** The combination of each row, as an index of {@link sets}. */
  readonly of: readonly number[];
}

/** The value of a facet for rows that have none. */
export const NONE = '-';

/**
 * Packs one field of all rows.
 * @param rows the values of each row; none count as {@link NONE}
 */
export function packFacet(name: string, rows: readonly (readonly string[])[]): PackedFacet {
  const values = new Map<string, number>();
  const sets = new Map<string, { readonly index: number; readonly set: readonly number[] }>();
  const indexOf = (value: string): number => {
    const index = values.get(value) ?? values.size;
    values.set(value, index);
    return index;
  };
  const of = rows.map((row) => {
    const set = (row.length === 0 ? [NONE] : row).map(indexOf);
    const key = set.join(' ');
    const known = sets.get(key) ?? { index: sets.size, set };
    sets.set(key, known);
    return known.index;
  });
  return { name, values: [...values.keys()], sets: [...sets.values()].map(({ set }) => set), of };
}

/** How many rows have each value of a field. */
export function countValues({ values, sets, of }: PackedFacet): ReadonlyMap<string, number> {
  const bySet = new Array<number>(sets.length).fill(0);
  for (const set of of) bySet[set] = (bySet[set] ?? 0) + 1;
  return countsOfValues(values, sets, bySet);
}

function countsOfValues(
  values: readonly string[],
  sets: readonly (readonly number[])[],
  bySet: readonly number[],
): Map<string, number> {
  const counts = new Map<string, number>(values.map((value) => [value, 0]));
  for (const [i, set] of sets.entries()) {
    for (const index of new Set(set)) {
      const value = values[index] ?? NONE;
      counts.set(value, (counts.get(value) ?? 0) + (bySet[i] ?? 0));
    }
  }
  return counts;
}

/** What a filter finds in a packed list. */
export interface Found {
  /** The rows that fit, in the order of the list. */
  readonly rows: readonly number[];
  /** For each field, how many rows would be found with each of its values, if the others stay as they are. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Finds the rows that have all of the wanted values.
 * @param wanted for each field that filters, which of its values are wanted; other fields filter nothing
 * @param fitsText whether a row fits what is asked for in words
 */
export function findRows(
  facets: readonly PackedFacet[],
  size: number,
  wanted: ReadonlyMap<string, (value: string) => boolean>,
  fitsText: (row: number) => boolean,
): Found {
  const fits = facets.map(({ name, values, sets }) => {
    const isWanted = wanted.get(name);
    if (isWanted === undefined) return undefined;
    const fitting = values.map(isWanted);
    return sets.map((set) => set.some((index) => fitting[index] === true));
  });
  const bySet = facets.map(({ sets }) => new Array<number>(sets.length).fill(0));
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) {
    if (!fitsText(row)) continue;
    // A row that one field alone leaves out counts for that field: so many would be found with another value.
    let missed = -1;
    let misses = 0;
    for (let i = 0; i < facets.length && misses < 2; i += 1) {
      if (fits[i]?.[facets[i]?.of[row] ?? 0] === false) {
        missed = i;
        misses += 1;
      }
    }
    if (misses > 1) continue;
    if (misses === 0) rows.push(row);
    for (let i = misses === 0 ? 0 : missed; i < (misses === 0 ? facets.length : missed + 1); i += 1) {
      const set = facets[i]?.of[row] ?? 0;
      const counts = bySet[i] as number[];
      counts[set] = (counts[set] ?? 0) + 1;
    }
  }
  return {
    rows,
    counts: new Map(
      facets.map(({ name, values, sets }, i) => [name, countsOfValues(values, sets, bySet[i] ?? [])]),
    ),
  };
}
