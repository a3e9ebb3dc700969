/** A line of the table of contents of a page. */
export interface TocEntry {
  readonly text: string;
  readonly href: string;
  /** 0 for a section, 1 and more for what is inside one. */
  readonly depth: number;
}
