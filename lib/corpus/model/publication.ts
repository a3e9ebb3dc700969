import type { Corpus } from './corpus.ts';

/** A corpus with where it is published and from what: all that the pages of a site need. */
export interface Publication {
  readonly corpus: Corpus;
  /** Origin of the site, without a slash at the end, such as https://example.org; undefined when not known. */
  readonly origin: string | undefined;
  /** The path at which the site stands, with slashes at both ends, such as / or /spec/. */
  readonly base: string;
  /** The commit that the site was built from; undefined outside a repository. */
  readonly commit: string | undefined;
  /** The day of that commit as YYYY-MM-DD: never the clock, so that builds are reproducible. */
  readonly date: string | undefined;
  /** The folder of the spec inside the repository, for links to the YAML, such as spec. */
  readonly directory: string;
}
