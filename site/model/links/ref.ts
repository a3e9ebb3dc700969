/** A name with its URL; undefined if there is nothing to link to. */
export interface Ref {
  readonly text: string;
  readonly href: string | undefined;
}
