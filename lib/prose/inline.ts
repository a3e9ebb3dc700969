/** A piece of a line of Markdown. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly inside: readonly Inline[] }
  /** `written` is the link as it is in the text. */
  | {
      readonly kind: 'link';
      readonly to: string;
      readonly written: string;
      readonly inside: readonly Inline[];
    }
  /** A sentence with a word such as MUST outside of code, with its number from 1. */
  | { readonly kind: 'statement'; readonly number: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'break' };
