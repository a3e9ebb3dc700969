/** The position of a value in a YAML file: a tree parallel to the value, with an entry for each key or item. */
export interface Mark {
  /** Offset of the value. */
  readonly value: number;
  /** Offset of the key, for the value of a mapping. */
  readonly key: number | undefined;
  /** The spelling of a plain scalar that is not text, such as 1.10; undefined for everything else. */
  readonly spelling: string | undefined;
  readonly items: ReadonlyMap<string | number, Mark> | undefined;
}

/** The path from the root of a file to one of its values. */
export type Pointer = readonly (string | number)[];
