import { type ProblemAt, problemAt } from '../problems/parse-problem.ts';
import type { NodePart } from '../problems/problem-codes.ts';
import { textProblem } from '../problems/text-problem.ts';
import type { CapturedAttribute, CapturedContent, CapturedNode } from '../tree/captured-node.ts';
import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';
import { repeatedNames } from '../tree/repeated-names.ts';
import { isCutText, leftOut } from './left-out.ts';
import { type EndedName, isAtEnd, type OpenEnd } from './open-end.ts';

/** How a language prints a node without quotes. All patterns are sticky but `valueStop`. */
export interface PlainNotation {
  /** Begin and end a node. */
  readonly open: RegExp;
  readonly close: string;
  /** A name, as the first group, with its separator from the value. */
  readonly key: RegExp;
  /** Separates the parts of a node, its children, its bytes. */
  readonly between: RegExp;
  /** Which part of a node is which. */
  readonly parts: ReadonlyMap<string, 'tag' | 'attributes' | 'content'>;
  readonly mapOpen: RegExp;
  readonly mapClose: string;
  /** May end the value of an attribute (with the flag g), unless the second pattern matches there. */
  readonly valueStop: RegExp;
  readonly valueGoesOn: RegExp;
  /** A tag, or text as content. */
  readonly word: RegExp;
  /** Stand for nothing, and for what was not printed. */
  readonly nothing: RegExp;
  readonly elided: RegExp;
}

/**
 * Reads a node that is printed without quotes, so that only the order of its parts gives its structure. Where the
 * notation is broken, the rest is left out, marked as cut, and reported to `problems`; where the text ends, it is only
 * marked. What the text ends in has no end of its own, so that it is cut, too.
 * @returns undefined if there is no node at all
 */
export function readPlainPrint(
  text: string,
  at: number,
  notation: PlainNotation,
  problems: ProblemAt[],
): { readonly root: CapturedNode; readonly end: number; readonly open: OpenEnd | undefined } | undefined {
  const reader = new PlainReader(text, at, notation, problems);
  const root = reader.node(1);
  if (root !== undefined && root.tag !== '') return { root, end: reader.at, open: reader.open };
  if (root !== undefined && reader.ended) problems.push(problemAt(at, 'node/unread-notation'));
  return undefined;
}

const BLANK_REST = /\s*$/y;
/** A name that the text ends in. */
const LAST_NAME = /[^\s=:,{}[\]]+(?=\s*$)/y;

interface Draft {
  tag: string;
  readonly attributes: CapturedAttribute[];
  readonly children: CapturedNode[];
  content: CapturedContent | undefined;
  cut: boolean;
}

class PlainReader {
  readonly #text: string;
  readonly #notation: PlainNotation;
  readonly #problems: ProblemAt[];
  #stopped = false;
  /** Whether it stopped at the end of the text. */
  ended = false;
  /** The innermost node in which it did. */
  open: OpenEnd | undefined;
  #endedName: EndedName | undefined;
  at: number;

  constructor(text: string, at: number, notation: PlainNotation, problems: ProblemAt[]) {
    this.#text = text;
    this.at = at;
    this.#notation = notation;
    this.#problems = problems;
  }

  node(depth: number): CapturedNode | undefined {
    const { open, close, key, parts } = this.#notation;
    const start = this.at;
    if (this.#match(open) === undefined) return undefined;
    const node: Draft = { tag: '', attributes: [], children: [], content: undefined, cut: false };
    if (depth > MAX_NODE_DEPTH) {
      this.#stopped = true;
      this.#problems.push(problemAt(start, 'node/too-deep'));
    }
    while (!this.#stopped) {
      this.#match(this.#notation.between);
      if (this.#take(close)) break;
      const part = parts.get(this.#match(key)?.[1] ?? '');
      if (part === 'tag') this.#tag(node);
      else if (part === 'attributes') this.#attributes(node);
      else if (part === 'content') this.#content(node, depth);
      else this.#stop();
    }
    if (this.ended && node.tag !== '') {
      this.open ??= { tag: node.tag, ...(this.#endedName === undefined ? {} : { ended: this.#endedName }) };
    }
    return { ...node, cut: node.cut || this.#stopped };
  }

  #tag(node: Draft): void {
    const tag = this.#checked(this.#match(this.#notation.word)?.[0] ?? '', 'name');
    if (!this.#isAtEnd()) node.tag = tag;
    else {
      if (tag !== '') this.open = { tag, ended: { kind: 'tag' } };
      this.#stop();
    }
  }

  #attributes(node: Draft): void {
    const { mapOpen, mapClose, key, between, nothing, elided } = this.#notation;
    if (this.#match(nothing) !== undefined) return;
    if (this.#match(elided) !== undefined) node.cut = true;
    else if (this.#match(mapOpen) === undefined) this.#stop();
    else {
      const isRepeated = repeatedNames();
      while (!this.#stopped && !this.#take(mapClose)) {
        this.#match(between);
        const offset = this.at;
        const name = this.#match(key)?.[1];
        if (name === undefined) {
          const part = this.#match(LAST_NAME)?.[0];
          if (part !== undefined) this.#endedName = { kind: 'attribute', name: part };
          this.#stop();
        } else {
          if (isRepeated(name)) this.#problems.push(problemAt(offset, 'node/duplicate-attribute'));
          this.#checked(name, 'name', offset);
          const given = this.#checked(this.#value(), 'value');
          const cut = this.#isAtEnd() || isCutText(given);
          if (given === '' && cut) this.#endedName = { kind: 'no-value', name };
          else node.attributes.push({ name, value: given, cut });
        }
      }
    }
  }

  /** Reads the value of an attribute, however long: a repeating pattern would overflow the stack. */
  #value(): string {
    const { valueStop, valueGoesOn } = this.#notation;
    const start = this.at;
    for (let from = start; ; from = valueGoesOn.lastIndex) {
      valueStop.lastIndex = from;
      this.at = valueStop.exec(this.#text)?.index ?? this.#text.length;
      valueGoesOn.lastIndex = this.at;
      if (this.at >= this.#text.length || !valueGoesOn.test(this.#text)) break;
    }
    return this.#text.slice(start, this.at);
  }

  #content(node: Draft, depth: number): void {
    const { nothing, elided, open, word } = this.#notation;
    if (this.#match(nothing) !== undefined) return;
    if (this.#match(elided) !== undefined) {
      node.cut = true;
      return;
    }
    if (!this.#take('[')) {
      if (this.#looksAt(open)) this.#child(node, depth);
      else {
        const text = this.#match(word)?.[0];
        // What the text ends in may be the beginning of what stands for nothing.
        if (text === undefined || this.#isAtEnd()) this.#stop();
        else if (leftOut(text) !== undefined) node.cut = true;
        else if (isCutText(text)) node.content = { kind: 'cut', size: undefined };
        else node.content = { kind: 'text', text: this.#checked(text, 'text') };
      }
      return;
    }
    const bytes: number[] = [];
    let listed = false;
    while (!this.#stopped && !this.#take(']')) {
      if (listed) this.#match(this.#notation.between);
      listed = true;
      const byte = this.#match(/-?\d{1,3}(?![\w.])/y)?.[0];
      if (byte !== undefined && this.#isAtEnd()) this.#stop();
      else if (byte !== undefined && Number(byte) >= -128 && Number(byte) < 256)
        bytes.push(Number(byte) & 255);
      else if (this.#match(elided) !== undefined) node.cut = true;
      else this.#child(node, depth);
    }
    if (bytes.length > 0) node.content = { kind: 'bytes', bytes: Uint8Array.from(bytes) };
  }

  #child(node: Draft, depth: number): void {
    const child = this.node(depth + 1);
    if (child === undefined || child.tag === '') this.#stop();
    else node.children.push(child);
  }

  /** Reports what a text holds that no stanza does. By default the text ends at the current position. */
  #checked(text: string, part: NodePart, start = this.at - text.length): string {
    const found = textProblem(text, 'text', part);
    if (found !== undefined) this.#problems.push({ offset: start + found.index, ...found.problem });
    return text;
  }

  #stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.ended = isAtEnd(this.#text, this.at);
    if (this.ended) return;
    const offset = Math.min(this.at, Math.max(0, this.#text.length - 1));
    this.#problems.push(problemAt(offset, 'node/unread-notation'));
  }

  #isAtEnd(): boolean {
    return this.#looksAt(BLANK_REST);
  }

  #take(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  #looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.#text);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null || match[0] === '') return undefined;
    this.at += match[0].length;
    return match;
  }
}
