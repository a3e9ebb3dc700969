/** A value in an input, or a mark where the log had cut something off. */
export type CapturedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The log says that something was here, and perhaps how many bytes, but not what. */
  | { readonly kind: 'cut'; readonly size: number | undefined };

export interface CapturedAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether the log broke off inside the value. */
  readonly cut: boolean;
}

/** A node of a captured stanza, the same whatever form it was read from. */
export interface CapturedNode {
  readonly tag: string;
  /** In the order of the input. A repeated name is kept. */
  readonly attributes: readonly CapturedAttribute[];
  readonly children: readonly CapturedNode[];
  readonly content: CapturedContent | undefined;
  /** Whether the log broke off inside the node, so that more may have followed. */
  readonly cut: boolean;
}

/** A stanza that was found in an input. */
export interface CapturedStanza {
  readonly root: CapturedNode;
  /** The name of the form that it was read from. */
  readonly form: string;
  /** The direction that the log tells; undefined if it tells none. */
  readonly direction: 'outgoing' | 'incoming' | undefined;
  /** 1-based position of its beginning in the input. */
  readonly line: number;
  readonly column: number;
  /** The time that the log tells, see logTime(); undefined if it tells none. */
  readonly time?: number | undefined;
  /** Whether a part of it could not be read, so that it is no evidence. The problems say which. */
  readonly broken?: true;
}
