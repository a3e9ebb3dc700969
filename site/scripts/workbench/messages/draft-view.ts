/** An entry that the spec needs together with a capture, because the capture contains a new name or value. */
export interface EntryView {
  /** The file inside the spec, such as stanzas/call-offer.yaml. */
  readonly file: string;
  /** The list that it belongs to. */
  readonly list: 'attributes' | 'children' | 'values';
  /** The tag of the node that has the list; for values their enum. */
  readonly parent: string;
  readonly yaml: string;
}

/** A capture, or what is still missing for one, as sentences. */
export type DraftView =
  | {
      readonly id: string;
      readonly path: string;
      readonly yaml: string;
      readonly entries: readonly EntryView[];
      /** The fields of the issue form, by their id. */
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly wanted: readonly string[] };
