import { type Problem, problem } from './parse-problem.ts';
import type { NodePart } from './problem-codes.ts';

/** A problem in a text, by its index in it. */
export interface TextProblem {
  readonly index: number;
  readonly problem: Problem;
}

/** Which references to characters and entities a text may hold. */
export type References =
  /** The predefined ones of XML, to characters that a stanza may contain. */
  | 'xml'
  /** Not XML: a reference is plain text, except for one to a character that a stanza cannot contain. */
  | 'text';

// Control characters except for tab and line ends, bidirectional controls, lone surrogates, noncharacters.
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/u;
/** Everything but printable ASCII without `&`: most texts have none of it, so they need no further check. */
const SUSPECT = /[^\t\n\r\x20-\x25\x27-\x7e]/;
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,40})|#(\d{1,40})|([A-Za-z_][\w.-]{0,40}));/g;
const ENTITIES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Whether {@link textProblem} may find something in a text. Asked once of a whole input, it saves asking of each part. */
export const mayHaveTextProblem = (text: string): boolean => SUSPECT.test(text);

/**
 * Finds the first thing in a text that no well-formed stanza holds: control characters (terminal commands among
 * them), bidirectional controls, lone surrogates, and references to those or to undefined entities.
 * @param part what the text is; the message names it and quotes nothing of the text
 */
export function textProblem(text: string, references: References, part: NodePart): TextProblem | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const index = text.search(UNFIT);
  if (index !== -1) return { index, problem: unfitCharacter(text.codePointAt(index) ?? 0, part) };
  if (!text.includes('&')) return undefined;
  for (const { index: at, 1: hex, 2: decimal, 3: name } of text.matchAll(REFERENCE)) {
    if (name !== undefined) {
      if (references === 'text' || ENTITIES.has(name)) continue;
      return { index: at, problem: problem('text/undefined-entity', { part }) };
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10ffff || UNFIT.test(String.fromCodePoint(code))) {
      return { index: at, problem: problem('text/unfit-reference', { part }) };
    }
  }
  return undefined;
}

function unfitCharacter(code: number, part: NodePart): Problem {
  if (code >= 0xd800) return problem('text/half-character', { part });
  if (code === 0x061c || code >= 0x200e) return problem('text/direction-character', { part });
  return problem('text/control-character', { part });
}
