/** A value that an input really held, or a place at which the log had cut something off. */
export type CapturedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The log says that something was here, perhaps how many bytes, but not what. */
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
  /** In the order of the input; a name that comes twice stands twice. */
  readonly attributes: readonly CapturedAttribute[];
  readonly children: readonly CapturedNode[];
  readonly content: CapturedContent | undefined;
  /** Whether the log broke off inside the node, so that more may have followed. */
  readonly cut: boolean;
}

/** A stanza that was found in an input. */
export interface CapturedStanza {
  readonly root: CapturedNode;
  /** The name of the form that it was read from, in the table of forms. */
  readonly form: string;
  /** What the log says of the direction; undefined where it says nothing. */
  readonly direction: 'outgoing' | 'incoming' | undefined;
  /** 1-based place of its beginning in the input. */
  readonly line: number;
  readonly column: number;
  /** Whether a part of it could not be read, which is a problem: it is no evidence then. */
  readonly broken?: true;
}
