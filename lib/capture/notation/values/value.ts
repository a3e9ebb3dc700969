/** A value of JSON, or of what Node prints for one. Names of keys never become names of properties. */
export type Value = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly cut: boolean }
  /** `more` counts what Node says that it left out; `size` is what it says of the whole. */
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
  /** `[Object]`, `[Array]`: something that Node did not go into; `name` is what stands there of it. */
  | { readonly kind: 'elided'; readonly name?: string }
  /** `Some(…)`, and a tuple, which has no name: what Rust prints. */
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly Value[]; readonly cut: boolean }
);

/** Whose notation of a value there is besides that of JSON and of consoles. */
export type Dialect = 'rust' | 'go';

export interface StringValue {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it breaks off, or Node left a part of it out. */
  readonly cut: boolean;
  /** Whether the text stands in the input as it is, from start + 1 on. */
  readonly plain: boolean;
}

export interface Entry {
  readonly key: string;
  readonly start: number;
  readonly value: Value;
}
