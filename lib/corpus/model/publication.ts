import type { Corpus } from './corpus.ts';

/** A corpus, and where and from which commit it is published: everything that the pages of a site depend on. */
export interface Publication {
  readonly corpus: Corpus;
  /** The origin of the site, without a trailing slash, such as https://example.org; undefined if not known. */
  readonly origin: string | undefined;
  /** The path of the site, with slashes at both ends, such as / or /spec/. */
  readonly base: string;
  /** The commit that the site was built from; undefined outside a repository. */
  readonly commit: string | undefined;
  /** The day of that commit as YYYY-MM-DD. Never the clock, so that builds are reproducible. */
  readonly date: string | undefined;
  /** The folder of the spec inside the repository, for links to the YAML, such as spec. */
  readonly directory: string;
  /** The example logs of the spec. */
  readonly logs?: readonly ExampleLog[];
}

/** A made-up log that shows readers what a log can tell, with a text of its own. */
export interface ExampleLog {
  /** The name of its file without the ending. */
  readonly id: string;
  /** Its path inside the spec, such as `logs/refused.log`. */
  readonly path: string;
  readonly title: string;
  /** Its paragraphs, as prose. */
  readonly about: string;
  /** The lines of the log, as they are numbered in the file. */
  readonly log: string;
}
