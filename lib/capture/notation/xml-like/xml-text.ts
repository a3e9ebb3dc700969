import { type ProblemAt, problemAt } from '../../problems/parse-problem.ts';
import type { NodePart, PlainProblemCode } from '../../problems/problem-codes.ts';
import { mayHaveTextProblem, textProblem } from '../../problems/text-problem.ts';
import { decodeEntities } from './decode-entities.ts';

const BLANKS = /[ \t\r\n]*/y;
const TAG_START = /<[\p{L}_/!?]/u;

/** A text in which elements are read. What it remembers of the searches in it keeps the time linear. */
export class XmlText {
  readonly text: string;
  /** Whether the text is a single value, in which everything belongs to the element that begins in it. */
  readonly bounded: boolean;
  readonly problems: ProblemAt[];
  /** Whether the values of the current stanza are in single quotes; undefined before its first attribute. */
  singleQuoted: boolean | undefined;
  /** Whether an attribute, a closing tag or a printer's mark was seen, so that this is markup and not `<anonymous>`. */
  isMarkup = false;
  /** Whether &amp; stands for &. A function until it is needed, since finding out takes time. */
  #entities: boolean | (() => boolean) = false;
  /** Whether anything in the text may be a problem of its characters. */
  #suspect: boolean | undefined;
  /** The next line break at or behind an offset. */
  #newline = -1;
  #newlineFrom = 0;
  /** The next end of a comment or CDATA at or behind an offset. */
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string, bounded: boolean, problems: ProblemAt[]) {
    this.text = text;
    this.bounded = bounded;
    this.problems = problems;
  }

  /** Forgets what belongs to the stanza before. */
  begin(entities: () => boolean): void {
    this.#entities = entities;
    this.singleQuoted = undefined;
    this.isMarkup = false;
  }

  report(offset: number, code: PlainProblemCode): void {
    this.problems.push(problemAt(offset, code));
  }

  /** Reports what a name, a value or a text holds that no stanza does. */
  check(text: string, start: number, part: NodePart): void {
    this.#suspect ??= mayHaveTextProblem(this.text);
    const found = this.#suspect ? textProblem(text, 'xml', part) : undefined;
    if (found !== undefined) this.problems.push({ offset: start + found.index, ...found.problem });
    if (part !== 'value' || !text.includes('<') || !this.#hasEntities()) return;
    const tag = text.search(TAG_START);
    if (tag !== -1) this.report(start + tag, 'xml/tag-in-value');
  }

  decode(text: string): string {
    return text.includes('&') && this.#hasEntities() ? decodeEntities(text) : text;
  }

  endOfBlanks(from: number): number {
    BLANKS.lastIndex = from;
    return from + (BLANKS.exec(this.text)?.[0].length ?? 0);
  }

  /** The next line break, or the end of the text. */
  nextNewline(from: number): number {
    // It may be far away, so only the part that was not searched before is searched.
    if (from < this.#newlineFrom) {
      const at = this.text.slice(from, this.#newlineFrom).indexOf('\n');
      if (at !== -1) this.#newline = from + at;
      this.#newlineFrom = from;
    } else if (this.#newline < from) {
      const at = this.text.indexOf('\n', from);
      this.#newline = at === -1 ? this.text.length : at;
      this.#newlineFrom = from;
    }
    return this.#newline;
  }

  /** `indexOf` that remembers its last result for each mark. */
  indexOf(mark: string, from: number): number {
    const found = this.#found.get(mark);
    if (found !== undefined && found.from <= from && (found.at === -1 || found.at >= from)) return found.at;
    const at = this.text.indexOf(mark, from);
    this.#found.set(mark, { from, at });
    return at;
  }

  #hasEntities(): boolean {
    if (typeof this.#entities === 'function') this.#entities = this.#entities();
    return this.#entities;
  }
}
