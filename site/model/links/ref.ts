/** Something that is named, with the address that it leads to; undefined where there is no page for it. */
export interface Ref {
  readonly text: string;
  readonly href: string | undefined;
}
