import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { MAX_INPUT, MAX_STANZAS } from './max-input.ts';

interface Code<A> {
  readonly message: string | ((args: A) => string);
  readonly hint: string | ((args: A) => string);
}

/** For codes whose wording needs no arguments. */
type None = Record<never, never>;

const code = <A = None>(entry: Code<A>): Code<A> => entry;

/** The part of a node that a text is. */
export type NodePart = 'name' | 'value' | 'text';

const PARTS: Readonly<Record<NodePart, string>> = {
  name: 'the name of a tag or an attribute',
  value: 'the value of an attribute',
  text: 'the content of a node',
};

const COPY_WHOLE = 'Copy the complete stanza from the log, or continue with the part that was read.';
const SMALLER = 'Cut out the stanzas that you need.';
const COMPARE = 'Compare it with the original log.';
const NOT_OF_THE_STANZA = 'Remove the key if it is not part of the stanza.';
const WHOLE_FRAME = 'Give exactly one complete decrypted frame.';

const because = (why: string | undefined): string => (why === undefined ? '' : `: ${why}`);

/**
 * Every problem that a part of a captured input can have. A code's name is permanent, for programs; its wording
 * is not. No wording quotes the input, which may be personal.
 */
export const PROBLEM_CODES = {
  // The input as a whole.
  'input/too-large': code({
    message: `The input is larger than ${MAX_INPUT / 2 ** 20} MiB, the limit for one input.`,
    hint: SMALLER,
  }),
  'input/too-many-stanzas': code({
    message: `The input has more than ${MAX_STANZAS} stanzas, the limit for one input; the rest is not read.`,
    hint: SMALLER,
  }),
  'input/too-many-problems': code<{ more: number }>({
    message: ({ more }) => `There are ${more} more problems from here on.`,
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
    message: 'This is escaped for HTML: a stanza begins with &lt; here.',
    hint: 'Copy it from the page as it is displayed, not from its source.',
  }),
  'input/client-event': code<{ client: string; way: string }>({
    message: ({ client }) =>
      `This is an event of ${client}, which is made from a stanza but does not contain it.`,
    hint: ({ way }) => way,
  }),
  'input/zero-byte': code({
    message: 'There is a NUL byte here, which a text cannot contain: the log is damaged.',
    hint: 'Remove it, or copy the log again. A stanza that contains one is not used as evidence.',
  }),

  // Names, values and texts of any form.
  'text/control-character': code<{ part: NodePart }>({
    message: ({ part }) => `There is a control character in ${PARTS[part]}.`,
    hint: 'Copy the log as plain text, without terminal colours.',
  }),
  'text/direction-character': code<{ part: NodePart }>({
    message: ({ part }) => `There is a character that changes the direction of writing in ${PARTS[part]}.`,
    hint: 'Remove it: it can make a value look like another one.',
  }),
  'text/half-character': code<{ part: NodePart }>({
    message: ({ part }) => `There is half of a character, or an invalid one, in ${PARTS[part]}.`,
    hint: 'Copy the log again, as UTF-8.',
  }),
  'text/undefined-entity': code<{ part: NodePart }>({
    message: ({ part }) => `There is an entity that is not defined in ${PARTS[part]}.`,
    hint: 'Write the character itself, or one of &amp; &lt; &gt; &quot; &apos;.',
  }),
  'text/unfit-reference': code<{ part: NodePart }>({
    message: ({ part }) =>
      `There is a reference to a character that a stanza cannot contain in ${PARTS[part]}.`,
    hint: 'Check where the stanza comes from, and remove the reference.',
  }),

  // Nodes of any form.
  'node/duplicate-attribute': code({
    message: 'This node has the attribute twice.',
    hint: 'A stanza has each attribute once. Check where it comes from, and remove one of them.',
  }),
  'node/too-deep': code({
    message: `Nodes are nested deeper than ${MAX_NODE_DEPTH} levels; deeper nodes were left out.`,
    hint: 'Real stanzas have a few levels. Check your input.',
  }),
  'node/inside-torn': code({
    message: 'This is part of a stanza that is cut off above, not a separate stanza.',
    hint: COPY_WHOLE,
  }),
  'node/duplicate-key': code({
    message: 'A node has each of the keys tag, attrs and content once; this repeated key was left out.',
    hint: NOT_OF_THE_STANZA,
  }),
  'node/unknown-key': code({
    message: 'A node has only the keys tag, attrs and content; this one was not read.',
    hint: NOT_OF_THE_STANZA,
  }),
  'node/unread-attributes': code({
    message: 'The attributes of a node are an object of names and texts; this is something else.',
    hint: COMPARE,
  }),
  'node/unread-value': code({
    message: 'The value of an attribute is a text; this one is not, and was left out.',
    hint: COMPARE,
  }),
  'node/unread-content': code({
    message: 'The content of a node is text, bytes or nodes; this is something else.',
    hint: COMPARE,
  }),
  'node/second-content': code({
    message: 'A node has a single text or run of bytes; this second content was left out.',
    hint: COMPARE,
  }),
  'node/not-a-node': code({
    message: 'This is not a node: it has no tag or no attrs.',
    hint: COMPARE,
  }),
  'node/computed': code({
    message: 'A program computes this value, so the input does not contain it.',
    hint: 'Print the node while the program runs, and copy the output.',
  }),
  'node/folded': code({
    message: 'The console did not expand this part of the node.',
    hint: 'Choose “Copy object” in the context menu of the object, or print JSON.stringify(node).',
  }),
  'node/escaped': code({
    message: 'The quotes of this node are escaped, so it was not read.',
    hint: 'Copy the whole log record, with the quotes around the node.',
  }),
  'node/unread-rest': code({
    message: 'A node in this text could not be read to its end.',
    hint: COPY_WHOLE,
  }),
  'node/unread-notation': code({
    message: 'This node could not be read beyond this point.',
    hint: COPY_WHOLE,
  }),
  'record/unread-rest': code<{ why: string }>({
    message: ({ why }) => `The record could not be read to its end: ${why}.`,
    hint: COPY_WHOLE,
  }),

  // XML-like text.
  'xml/declaration': code({
    message: 'There is a declaration or a processing instruction here, which a stanza cannot contain.',
    hint: 'Remove it, and replace each entity that it declares with its text.',
  }),
  'xml/no-blank': code({
    message: 'There is no space between this attribute and the value before it.',
    hint: 'Add a space between them if they are separate attributes.',
  }),
  'xml/torn': code({
    message: 'A stanza is cut off here: this line is neither part of it nor a log entry.',
    hint: 'Remove the lines that do not belong to the stanza, or copy the complete stanza.',
  }),
  'xml/cut-start': code({
    message: 'An element begins here, but the log is cut off before its first attribute or child.',
    hint: COPY_WHOLE,
  }),
  'xml/tag-in-value': code({
    message: 'A tag begins inside a value: the closing quote may be missing.',
    hint: 'Close the value before it, or write &lt; if the < is part of it.',
  }),
  'xml/text-beside-children': code({
    message: 'An element has both text and children, but a stanza has one or the other.',
    hint: COPY_WHOLE,
  }),
  'xml/text-beside-mark': code({
    message: 'There is text next to a mark which says that the content was left out.',
    hint: COPY_WHOLE,
  }),
  'xml/comment': code({
    message: 'A comment was left out.',
    hint: 'Remove it if it is not part of the stanza.',
  }),
  'xml/not-open': code({
    message: 'This closing tag has no open element; it was left out.',
    hint: COPY_WHOLE,
  }),
  'xml/nothing-to-close': code({
    message: 'This closing tag has no element, or its element is cut off above.',
    hint: COPY_WHOLE,
  }),
  'xml/not-closed': code({
    message: 'This element is not closed before its parent.',
    hint: COPY_WHOLE,
  }),
  'xml/unquoted-value': code({
    message: 'The values of this element have no quotes, or escaped ones, so it was not read.',
    hint: 'Put each value in plain quotes, or copy the whole log record.',
  }),
  'xml/unread-tag': code({
    message: 'Neither an attribute nor the end of the tag follows here.',
    hint: COPY_WHOLE,
  }),

  // Frames of WABinary.
  'wabinary/no-decoder': code({
    message: 'This looks like WABinary, but no decoder was passed.',
    hint: 'In a program, pass decodeBinary: await loadBinaryDecoder() to parse().',
  }),
  'wabinary/decoder-not-loaded': code<{ way: string }>({
    message: 'This is WABinary, but this browser or host cannot run the decoder.',
    hint: ({ way }) => way,
  }),
  'wabinary/not-decoded': code<{ why: string | undefined }>({
    message: ({ why }) => `This looks like WABinary, but it could not be decoded${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/broke-decoder': code<{ why: string | undefined }>({
    message: ({ why }) => `This looks like WABinary, but it could not be decoded${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/broken-decoder': code<{ why: string | undefined; line: number | undefined }>({
    message: ({ why }) => `This looks like WABinary, but it could not be decoded${because(why)}.`,
    hint: ({ line }) =>
      line === undefined
        ? WHOLE_FRAME
        : `The bytes in line ${line} broke the decoder. Remove them and try again.`,
  }),
  'wabinary/unread-rest': code<{ why: string | undefined }>({
    message: ({ why }) => `This WABinary could not be read to its end${because(why)}.`,
    hint: WHOLE_FRAME,
  }),
  'wabinary/duplicate-attribute': code<{ at: string }>({
    message: ({ at }) =>
      `A node of this WABinary repeats an attribute at ${at}; one of the two was left out.`,
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
