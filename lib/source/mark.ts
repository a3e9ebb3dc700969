/** Where a value of a YAML file stands: a tree beside the value, with an entry for each key or item. */
export interface Mark {
  /** Offset of the value. */
  readonly value: number;
  /** Offset of the key, for the value of a mapping. */
  readonly key: number | undefined;
  /** How a plain scalar that is not text is spelled, such as 1.10; undefined for everything else. */
  readonly spelling: string | undefined;
  readonly items: ReadonlyMap<string | number, Mark> | undefined;
}

/** A way from the root of a file to one of its values. */
export type Pointer = readonly (string | number)[];
