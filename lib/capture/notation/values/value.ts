/** A value in the notation of JSON, a console, Rust or Go. Keys never become property names. */
export type Value = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[]; readonly cut: boolean }
  /** `more` counts the items that Node says it left out; `size` is the size that it gives of the whole. */
  | {
      readonly kind: 'array';
      readonly items: readonly Value[];
      readonly cut: boolean;
      readonly more: number;
      readonly size: number | undefined;
    }
  | StringValue
  /** A number, or a word such as null. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly cut: boolean; readonly more: number }
  /**
   * `[Object]`, `[Array]`: something that Node did not expand; `name` is what it printed instead. `isCut`: the text ends in
   * it.
   */
  | { readonly kind: 'elided'; readonly name?: string; readonly isCut?: true }
  /** `Some(…)`, or a tuple, which has no name, as Rust prints them. */
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly Value[]; readonly cut: boolean }
);

/** A notation beside those of JSON and consoles. */
export type Dialect = 'rust' | 'go';

export interface StringValue {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it breaks off or Node left a part out. */
  readonly cut: boolean;
  /** Whether the input holds the text without escapes, from start + 1 on. */
  readonly plain: boolean;
}

export interface ObjectEntry {
  readonly key: string;
  readonly start: number;
  readonly value: Value;
}
