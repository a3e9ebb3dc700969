import type { CapturedNode } from './captured-node.ts';

/** Something that no value of a well-formed stanza holds. */
export interface Wrong {
  /** Where it stands in the text that was looked at. */
  readonly index: number;
  readonly message: string;
  readonly hint: string;
}

/** Which references to characters and entities a text may hold. */
export type References =
  /** Those that every XML knows, to characters that a stanza may hold. */
  | 'xml'
  /** Text that is no XML: a reference is text, but for one to a character that no stanza holds. */
  | 'text';

// Controls but for tab and line ends, what turns the direction of writing, halves of pairs, what is no character.
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/u;
/** Everything but ASCII that can be printed, without `&`: most texts hold none of it, and nothing wrong then. */
const SUSPECT = /[^\t\n\r\x20-\x25\x27-\x7e]/;
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,40})|#(\d{1,40})|([A-Za-z_][\w.-]{0,40}));/g;
const ENTITIES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Whether a text may hold something for {@link wrongIn}: asked of a whole one, it saves asking of each part. */
export const maySayWrong = (text: string): boolean => SUSPECT.test(text);

/**
 * Looks for what no name, value or text of a well-formed stanza holds: control characters (a terminal’s commands
 * among them), characters that turn the direction of writing, halves of characters, and references to those, or
 * to what is not defined.
 * @param what what the text is, for the message: it holds no part of the text itself
 * @returns the first of them
 */
export function wrongIn(text: string, references: References, what: string): Wrong | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const index = text.search(UNFIT);
  if (index !== -1) return { index, ...unfit(text.codePointAt(index) ?? 0, what) };
  if (!text.includes('&')) return undefined;
  for (const { index: at, 1: hex, 2: decimal, 3: name } of text.matchAll(REFERENCE)) {
    if (name !== undefined) {
      if (references === 'text' || ENTITIES.has(name)) continue;
      return {
        index: at,
        message: `An entity that is not defined stands in ${what}.`,
        hint: 'Write the character itself, or one of &amp; &lt; &gt; &quot; &apos;.',
      };
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10ffff || UNFIT.test(String.fromCodePoint(code))) {
      return {
        index: at,
        message: `A reference to a character that no stanza holds stands in ${what}.`,
        hint: 'Check where the stanza comes from; take the reference out.',
      };
    }
  }
  return undefined;
}

function unfit(code: number, what: string): Pick<Wrong, 'message' | 'hint'> {
  if (code >= 0xd800) {
    return {
      message: `Half of a character, or none at all, stands in ${what}.`,
      hint: 'Copy the log once more, as UTF-8.',
    };
  }
  if (code === 0x061c || code >= 0x200e) {
    return {
      message: `A character that turns the direction of writing stands in ${what}.`,
      hint: 'Take it out: it can make a value look like another one.',
    };
  }
  return {
    message: `A control character stands in ${what}.`,
    hint: 'Copy the log as plain text, without colours and commands of a terminal.',
  };
}

/** The first wrong thing in the names, values and texts of a node and of what stands in it, or nothing. */
export function wrongInNode(root: CapturedNode): Wrong[] {
  const queue = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const wrong = wrongInParts(node);
    if (wrong !== undefined) return [wrong];
    for (let i = node.children.length - 1; i >= 0; i--) queue.push(node.children[i] as CapturedNode);
  }
  return [];
}

function wrongInParts({ tag, attributes, content }: CapturedNode): Wrong | undefined {
  const inTag = wrongIn(tag, 'text', A_NAME);
  if (inTag !== undefined) return inTag;
  for (const { name, value } of attributes) {
    const wrong = wrongIn(name, 'text', A_NAME) ?? wrongIn(value, 'text', A_VALUE);
    if (wrong !== undefined) return wrong;
  }
  return content?.kind === 'text' ? wrongIn(content.text, 'text', A_TEXT) : undefined;
}

export const A_NAME = 'the name of a tag or an attribute';
export const A_VALUE = 'the value of an attribute';
export const A_TEXT = 'the content of a node';
/** The problem of an attribute that comes twice. */
export const TWICE = {
  message: 'This attribute stands here for the second time.',
  hint: 'A stanza has each attribute once. Check where it comes from; take one of them out.',
} as const;

/** @returns a function that tells of each name once that it comes for the second time */
export function secondTimes(): (name: string) => boolean {
  // Most nodes have a few, for which a list is faster than a set.
  const few: string[] = [];
  let many: Set<string> | undefined;
  let told: Set<string> | undefined;
  return (name) => {
    if (few.includes(name) || many?.has(name) === true) {
      told ??= new Set();
      return !told.has(name) && told.add(name) !== undefined;
    }
    if (few.length < 16) few.push(name);
    else {
      many ??= new Set();
      many.add(name);
    }
    return false;
  };
}
