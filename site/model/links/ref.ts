/** A name with its URL; undefined if there is nothing to link to. */
export interface Ref {
  readonly text: string;
  readonly href: string | undefined;
}

/** A name that may be of something which an open dispute denies. */
export interface MemberRef extends Ref {
  readonly refuted: boolean;
}
