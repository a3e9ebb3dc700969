/** An entry of the navigation, with a number where one helps. */
export interface NavItem {
  readonly text: string;
  /** A name in code beside the text, such as a tag. */
  readonly code?: string;
  readonly href: string;
  readonly count: number | undefined;
  /** A share in place of a number, such as `31 %`. */
  readonly share?: string;
  /** The value of aria-current: the page itself, or one that it belongs to. */
  readonly current: 'page' | 'true' | undefined;
}
