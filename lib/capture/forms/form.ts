import type { BinaryRun, Line } from '../decode/find-binary.ts';
import type { Beside } from '../notation/log-direction.ts';
import type { Dialect, Value } from '../notation/values/value.ts';
import type { ProblemAt } from '../problems/parse-problem.ts';
import type { CapturedNode, CapturedStanza } from '../tree/captured-node.ts';

/** Which way a stanza went; undefined where nothing says it. */
export type Direction = CapturedStanza['direction'];

interface Described {
  /** What it is called, on the command line and in what programs read. */
  readonly name: string;
  /** What it is, for people: the beginning of a sentence, without a full stop. */
  readonly title: string;
  /** A short log of this form, of values that belong to nobody. */
  readonly example: string;
  /** What the text beside a stanza, in its line or in its record, says of the way that it went. */
  readonly direction: (beside: Beside) => Direction;
  /**
   * The library whose own logger or types print this form, by the id of its flavor: what such a log shows as sent
   * is the library's. None for a form that anybody writes.
   */
  readonly library?: string;
}

/** Elements, `<tag name="value">…</tag>`, as the text of a log or as a text in its records. */
export interface ElementForm extends Described {
  readonly reads: 'elements';
  /** How a place begins at which a stanza may stand, when the form is named. */
  readonly starts: RegExp;
  /**
   * Whether an element is of this form, by the text that stands before it in its line.
   * @param record what stands beside it in its record, where it is a text of one
   */
  readonly recognise: (before: string, record: string | undefined) => boolean;
  /** Whether the text of a record may hold it, and, if so, whether records of it hold nodes as well. */
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
  /** Makes such a value a node; what could not be read of it goes to `problems`. */
  readonly node: (value: Value, problems: ProblemAt[]) => CapturedNode;
}

/** What is known of a value beside itself. */
export interface WhereValue {
  /** Whether nothing stands around it. */
  readonly top: boolean;
  /** Whether something in it is printed as JSON never is. */
  readonly inspected: boolean;
  /** What there is in it of other languages. */
  readonly dialect: Dialect | undefined;
  /** What stands before it in its line. */
  readonly before: () => string;
}

/** Text with a grammar of its own. */
export interface TextForm extends Described {
  readonly reads: 'text';
  /** How a stanza of it begins: more than one character, which tells it from the others. */
  readonly starts: RegExp;
  /** Reads the stanza that begins at an offset; undefined where it turns out to be none. */
  readonly read: (
    text: string,
    at: number,
    problems: ProblemAt[],
  ) => { readonly root: CapturedNode; readonly end: number } | undefined;
}

/** Bytes of WABinary as text. */
export interface BytesForm extends Described {
  readonly reads: 'bytes';
  /**
   * Finds it in a line in which nothing else was found.
   * @param lines those without a stanza; neighbours stand one after another
   * @param named whether the form was asked for; else the bytes must begin as WABinary does
   * @param part whether a word of the line is looked for, or the line as a whole, with those behind it
   */
  readonly find: (
    text: string,
    lines: readonly Line[],
    index: number,
    named: boolean,
    part: 'line' | 'word',
  ) => BinaryRun[];
}

/** A way in which stanzas are written down. Each is a file of this folder, and a line of the table of forms. */
export type Form = ElementForm | ValueForm | TextForm | BytesForm;
