/** The name that a text ends in, or behind. */
export type EndedName =
  /** In the tag itself, which may go on. */
  | { readonly kind: 'tag' }
  /** In the name of an attribute, which may go on. */
  | { readonly kind: 'attribute'; readonly name: string }
  /** Behind the name of an attribute, before its value. */
  | { readonly kind: 'no-value'; readonly name: string };

/** Where a text ends although a node does not. */
export interface OpenEnd {
  /** The innermost tag that is open there, as far as the text has it. */
  readonly tag: string;
  /** Absent if the text ends elsewhere in the node, such as in a value. */
  readonly ended?: EndedName;
}

/** What may be left of a text behind the last thing that was read in it: the beginning of a word or of an escape. */
const REST = /\\?[\w.$*&@[=-]{0,80}\s*(?:\{\}?)?\s*$/y;

/** Whether a text ends at an offset, or in a word that begins there. */
export function isAtEnd(text: string, offset: number): boolean {
  REST.lastIndex = offset;
  return REST.test(text);
}
