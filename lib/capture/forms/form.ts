import type { BinaryRun, Line } from '../decode/find-binary.ts';
import type { Beside } from '../notation/log-direction.ts';
import type { OpenEnd } from '../notation/open-end.ts';
import type { Dialect, Value } from '../notation/values/value.ts';
import type { ProblemAt } from '../problems/parse-problem.ts';
import type { CapturedNode, CapturedStanza } from '../tree/captured-node.ts';

/** Which way a stanza went; undefined if nothing tells. */
export type Direction = CapturedStanza['direction'];

interface Described {
  /** Its name on the command line and in JSON. */
  readonly name: string;
  /** A description for people: the beginning of a sentence, without a full stop. */
  readonly title: string;
  /** A short log of this form, with synthetic values. */
  readonly example: string;
  /** The direction that the text beside a stanza tells, in its line or its record. */
  readonly direction: (beside: Beside) => Direction;
  /**
   * The flavor id of the library whose own logger or types print this form: what such a log shows as sent was sent by
   * the library. None for forms that any program may write.
   */
  readonly library?: string;
}

/** Elements, `<tag name="value">…</tag>`, as the text of a log or as a text in its records. */
export interface ElementForm extends Described {
  readonly reads: 'elements';
  /** Where a stanza may begin, if the form is named. */
  readonly starts: RegExp;
  /**
   * Whether an element is of this form, by the text before it in its line.
   * @param record the text beside it in its record, if it is in one
   */
  readonly recognise: (before: string, record: string | undefined) => boolean;
  /** Whether texts of records may hold it, and whether its records hold nodes as well. */
  readonly records: 'none' | 'texts' | 'texts and nodes';
  /** Whether `&amp;` stands for `&` in it. */
  readonly entities: boolean;
}

/** A value in brackets, as JSON, a console or a debugger prints one. */
export interface ValueForm extends Described {
  readonly reads: 'values';
  readonly starts: RegExp;
  /** Whether a value is a node of this form. */
  readonly recognise: (value: Value, where: WhereValue) => boolean;
  /** Makes a node of such a value; `problems` receives what could not be read. */
  readonly node: (value: Value, problems: ProblemAt[]) => CapturedNode;
}

/** What is known of a value from its surroundings. */
export interface WhereValue {
  /** Whether nothing is around it. */
  readonly top: boolean;
  /** Whether anything in it is not JSON. */
  readonly inspected: boolean;
  /** The other language, if the text has elements of one. */
  readonly dialect: Dialect | undefined;
  /** The text before it in its line. */
  readonly before: () => string;
}

/** A stanza that was read from a text. */
export interface ReadText {
  readonly root: CapturedNode;
  readonly end: number;
  /** Where the text ends inside it; undefined if it does not. */
  readonly open: OpenEnd | undefined;
}

/** Text with a grammar of its own. */
export interface TextForm extends Described {
  readonly reads: 'text';
  /** How a stanza of it begins: more than one character, to tell it from other forms. */
  readonly starts: RegExp;
  /** Reads the stanza that begins at an offset; undefined if it turns out to be none. */
  readonly read: (text: string, at: number, problems: ProblemAt[]) => ReadText | undefined;
}

/** Bytes of WABinary as text. */
export interface BytesForm extends Described {
  readonly reads: 'bytes';
  /**
   * Finds bytes in a line in which nothing else was found.
   * @param lines the lines without a stanza, in order
   * @param named whether the form was requested; otherwise the bytes must begin like WABinary
   * @param part whether to read the line as a whole, with those that continue it, or its words
   */
  readonly find: (
    text: string,
    lines: readonly Line[],
    index: number,
    named: boolean,
    part: 'line' | 'word',
  ) => BinaryRun[];
}

/** A notation of stanzas. Each is a file in this folder and an entry in the table of forms. */
export type Form = ElementForm | ValueForm | TextForm | BytesForm;
