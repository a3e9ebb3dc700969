/** A file that is published beside the pages. */
export interface PublishedFile {
  /** Where it stands, from the base of the site on, without a slash at the start. */
  readonly path: string;
  readonly text: string;
}
