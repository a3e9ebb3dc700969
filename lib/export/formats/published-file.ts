/** A file that is published beside the pages. */
export interface PublishedFile {
  /** The path below the base of the site, without a leading slash. */
  readonly path: string;
  readonly text: string;
}
