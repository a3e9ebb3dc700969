import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { MAX_INPUT, MAX_STANZAS } from './max-input.ts';

interface Code<A> {
  readonly message: string | ((args: A) => string);
  readonly hint: string | ((args: A) => string);
}

/** For codes whose wording needs no arguments. */
type None = Record<never, never>;

const code = <A = None>(entry: Code<A>): Code<A> => entry;

/** Where in a node a text stands. */
export type NodePart = 'name' | 'value' | 'text';

const PARTS: Readonly<Record<NodePart, string>> = {
  name: 'the name of a tag or an attribute',
  value: 'the value of an attribute',
  text: 'the content of a node',
};

const COPY_WHOLE = 'Copy the whole stanza from the log, or go on with what is there.';
const SMALLER = 'Cut the stanzas that you want out of it.';
const COMPARE = 'Compare it with the log that it comes from.';
const NOT_OF_THE_STANZA = 'Take the key away if it is no part of the stanza.';
const WHOLE_FRAME = 'Give one whole decrypted frame, and nothing behind it.';

const because = (why: string | undefined): string => (why === undefined ? '' : `: ${why}`);

/**
 * Every problem that a part of a captured input can have. A code's name is permanent, for programs; its wording
 * is not. No wording holds anything of the input, which may be personal.
 */
export const PROBLEM_CODES = {
  // The input as a whole.
  'input/too-large': code({
    message: `The input is larger than ${MAX_INPUT / 2 ** 20} MiB, which is the most that is read at once.`,
    hint: SMALLER,
  }),
  'input/too-many-stanzas': code({
    message: `The input holds more than ${MAX_STANZAS} stanzas; from here on they are not read.`,
    hint: SMALLER,
  }),
  'input/too-many-problems': code<{ more: number }>({
    message: ({ more }) => `From here on there are ${more} more problems of these kinds.`,
    hint: 'Give a smaller part of the log.',
  }),
  'input/not-text': code({
    message: 'The input is neither text (UTF-8 or UTF-16) nor WABinary.',
    hint: 'Give a log as text, or the bytes of one decrypted frame.',
  }),
  'input/empty': code({
    message: 'The input is empty.',
    hint: 'Give lines of a log, XML-like text, a node as JSON or as Node prints it, or WABinary as hex.',
  }),
  'input/no-stanza': code<{ form: string | undefined }>({
    message: ({ form = 'stanza' }) => `No ${form} was found.`,
    hint: 'Give lines of a log, XML-like text, a node as JSON or as Node prints it, or WABinary as hex.',
  }),
  'input/escaped-for-html': code({
    message: 'This was escaped for HTML: a stanza begins with &lt; here.',
    hint: 'Copy it from the page as it is shown, and not from its source.',
  }),
  'input/client-event': code<{ client: string; way: string }>({
    message: ({ client }) =>
      `This is an event of ${client}, which it makes of a stanza; the stanza is not in it.`,
    hint: ({ way }) => way,
  }),
  'input/zero-byte': code({
    message: 'A byte of zero stands here, which no text holds: the log was damaged.',
    hint: 'Take it out, or copy the log once more; a stanza that holds it is not read as evidence.',
  }),

  // Names, values and texts of any form.
  'text/control-character': code<{ part: NodePart }>({
    message: ({ part }) => `A control character stands in ${PARTS[part]}.`,
    hint: 'Copy the log as plain text, without colours and commands of a terminal.',
  }),
  'text/direction-character': code<{ part: NodePart }>({
    message: ({ part }) => `A character that turns the direction of writing stands in ${PARTS[part]}.`,
    hint: 'Take it out: it can make a value look like another one.',
  }),
  'text/half-character': code<{ part: NodePart }>({
    message: ({ part }) => `Half of a character, or none at all, stands in ${PARTS[part]}.`,
    hint: 'Copy the log once more, as UTF-8.',
  }),
  'text/undefined-entity': code<{ part: NodePart }>({
    message: ({ part }) => `An entity that is not defined stands in ${PARTS[part]}.`,
    hint: 'Write the character itself, or one of &amp; &lt; &gt; &quot; &apos;.',
  }),
  'text/unfit-reference': code<{ part: NodePart }>({
    message: ({ part }) => `A reference to a character that no stanza holds stands in ${PARTS[part]}.`,
    hint: 'Check where the stanza comes from; take the reference out.',
  }),

  // Nodes of any form.
  'node/duplicate-attribute': code({
    message: 'This attribute stands here for the second time.',
    hint: 'A stanza has each attribute once. Check where it comes from; take one of them out.',
  }),
  'node/too-deep': code({
    message: `Nodes are nested deeper than ${MAX_NODE_DEPTH} levels; what lies deeper was left out.`,
    hint: 'Real stanzas have a few levels. Check what was pasted.',
  }),
  'node/inside-torn': code({
    message: 'This is a part of a stanza that breaks off above, and no stanza of its own.',
    hint: COPY_WHOLE,
  }),
  'node/duplicate-key': code({
    message: 'A node has one tag, attrs and content; this second one was left out.',
    hint: NOT_OF_THE_STANZA,
  }),
  'node/unknown-key': code({
    message: 'A node has a tag, attrs and content; this key of it was not read.',
    hint: NOT_OF_THE_STANZA,
  }),
  'node/unread-attributes': code({
    message: 'The attributes of a node are an object of names and texts; this is none.',
    hint: COMPARE,
  }),
  'node/unread-value': code({
    message: 'The value of an attribute is a text; this one was left out.',
    hint: COMPARE,
  }),
  'node/unread-content': code({
    message: 'The content of a node is text, bytes or nodes; this is none of them.',
    hint: COMPARE,
  }),
  'node/second-content': code({
    message: 'A node has one text or one run of bytes; this second one was left out.',
    hint: COMPARE,
  }),
  'node/not-a-node': code({
    message: 'This is no node: it lacks a tag or attrs.',
    hint: COMPARE,
  }),
  'node/computed': code({
    message: 'A program computes this value; it does not stand in what was pasted.',
    hint: 'Print the node when the program runs, and copy that.',
  }),
  'node/folded': code({
    message: 'The console that this was copied from did not open this part of the node.',
    hint: 'Choose “Copy object” in the menu of the object, or print JSON.stringify(node).',
  }),
  'node/escaped': code({
    message: 'A node begins here whose quotes are escaped; it was not read.',
    hint: 'Copy the whole record of the log, with the quotes around the node.',
  }),
  'node/unread-rest': code({
    message: 'A node in this text is not read to its end.',
    hint: COPY_WHOLE,
  }),
  'node/unread-notation': code({
    message: 'A node in this notation is not read further than here.',
    hint: COPY_WHOLE,
  }),
  'record/unread-rest': code<{ why: string }>({
    message: ({ why }) => `The record is not read to its end: ${why}.`,
    hint: COPY_WHOLE,
  }),

  // XML-like text.
  'xml/declaration': code({
    message: 'A declaration or a processing instruction stands here, which no stanza has.',
    hint: 'Take it out, and write each entity that it declares as what it stands for.',
  }),
  'xml/no-blank': code({
    message: 'No blank stands before this attribute, behind the quote that ends the value before it.',
    hint: 'Write a blank between the two, if that is what the log means.',
  }),
  'xml/torn': code({
    message: 'A stanza breaks off here: the line is neither a part of it nor an entry of the log.',
    hint: 'Take the lines out that do not belong to the stanza, or copy it whole.',
  }),
  'xml/cut-start': code({
    message: 'An element begins here, and the log breaks off before its first attribute or child.',
    hint: COPY_WHOLE,
  }),
  'xml/tag-in-value': code({
    message: 'A tag begins inside of a value: its quote may be missing.',
    hint: 'Close the value before it, or write &lt; for the < that is a part of it.',
  }),
  'xml/text-beside-children': code({
    message: 'Text stands beside the children of an element, and a stanza has one or the other.',
    hint: COPY_WHOLE,
  }),
  'xml/text-beside-mark': code({
    message: 'Something stands beside what says that the content was left out.',
    hint: COPY_WHOLE,
  }),
  'xml/comment': code({
    message: 'A comment was left out.',
    hint: 'Take it away if it is no part of the stanza.',
  }),
  'xml/not-open': code({
    message: 'A tag closes an element that is not open; it was left out.',
    hint: COPY_WHOLE,
  }),
  'xml/nothing-to-close': code({
    message: 'A tag closes an element here that was not opened, or was broken off before.',
    hint: COPY_WHOLE,
  }),
  'xml/not-closed': code({
    message: 'This element is not closed before the one around it is.',
    hint: COPY_WHOLE,
  }),
  'xml/unquoted-value': code({
    message: 'The values of this element stand in no quotes, or in escaped ones; it was not read.',
    hint: 'Put each value into plain quotes, or copy the whole record of the log.',
  }),
  'xml/unread-tag': code({
    message: 'Inside of a tag, neither an attribute nor the end of the tag begins here.',
    hint: COPY_WHOLE,
  }),

  // Frames of WABinary.
  'wabinary/no-decoder': code({
    message: 'This looks like WABinary, which is not decoded here.',
    hint: 'In a program, pass decodeBinary: await loadBinaryDecoder() to parse().',
  }),
  'wabinary/decoder-not-loaded': code<{ way: string }>({
    message: 'This is WABinary, and this browser or host does not run the decoder.',
    hint: ({ way }) => way,
  }),
  'wabinary/not-decoded': code<{ why: string | undefined }>({
    message: ({ why }) => `This looks like WABinary, which could not be decoded${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/broke-decoder': code<{ why: string | undefined }>({
    message: ({ why }) => `This looks like WABinary, which could not be decoded${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/broken-decoder': code<{ why: string | undefined; line: number | undefined }>({
    message: ({ why }) => `This looks like WABinary, which could not be decoded${because(why)}.`,
    hint: ({ line }) =>
      line === undefined
        ? WHOLE_FRAME
        : `The bytes in line ${line} broke the decoder. Take them out and read the others again.`,
  }),
  'wabinary/unread-rest': code<{ why: string | undefined }>({
    message: ({ why }) => `This WABinary is not read to its end${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/duplicate-attribute': code<{ at: string }>({
    message: ({ at }) =>
      `A node of this WABinary has an attribute twice, at ${at}; one of them was left out.`,
    hint: 'Check where the bytes come from. A real stanza has each attribute once.',
  }),
} as const;

/** The code of a problem: a closed set. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** What the wording of a code needs: nothing for most. */
export type ArgsOfProblem<C extends ProblemCode> =
  (typeof PROBLEM_CODES)[C] extends Code<infer A> ? (keyof A extends never ? [] : [args: A]) : never;

/** A code whose wording needs no arguments. */
export type PlainProblemCode = {
  [C in ProblemCode]: ArgsOfProblem<C> extends [] ? C : never;
}[ProblemCode];
