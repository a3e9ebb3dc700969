/**
 * How a reader does what a text suggests, in the words of the place where the text is shown: a terminal, the workbench,
 * the answer to an issue form. lib knows none of these places; the caller passes the words.
 */
export interface CaptureWays {
  /** What keeps a tag or an attribute's name, as a noun. `name` stands for it: NAME, TAG. */
  readonly keepName: (name: string) => string;
  /** What keeps a value that its enum does not list, as a noun. */
  readonly keepValue: (enumId: string) => string;
  /** How to begin the entry of a stanza, as an order or a command. */
  readonly describeStanza: string;
  /** What names the program that was observed, as a noun. */
  readonly nameClient: string;
  /** What records that a capture contradicts the spec, as a noun. */
  readonly recordDispute: string;
  /** The place of each thing that the reader says of a capture. */
  readonly fields: Readonly<Record<CaptureField, string>>;
}

/** What a reader says of a capture in words of their own. */
export type CaptureField =
  | 'id'
  | 'call'
  | 'title'
  | 'version'
  | 'platform'
  | 'contributor'
  | 'capturedAt'
  | 'issue'
  | 'url'
  | 'author'
  | 'license'
  | 'tools';

/** The words that a report on a whole log needs besides. */
export interface ReportWays extends CaptureWays {
  /** What makes a report complete, as a noun. */
  readonly showAll: string;
}

/** How to do what the hint of a finding suggests; each is a sentence behind the hint. */
export type FindingWays = Readonly<
  Record<
    | 'nameSpec'
    | 'newEntry'
    | 'draftAgain'
    | 'sanitizeAgain'
    | 'freezeRelease'
    | 'addRelease'
    | 'checkSources',
    string
  >
>;

/** Everything that a text of lib may ask for. */
export type Ways = ReportWays & FindingWays;
