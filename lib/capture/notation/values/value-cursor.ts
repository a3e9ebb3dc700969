import { isLogLine } from '../../input/is-log-line.ts';
import type { Dialect, Value } from './value.ts';

/** Where and why a value was not read to its end. */
export interface Stopped {
  readonly offset: number;
  readonly reason: string;
}

/** A key whose value was not read. */
export interface OpenKey {
  readonly name: string;
  /** Whether the name is complete; else the text may end inside it. */
  readonly isWhole: boolean;
}

/** How deep values may be nested: two levels for each node, and some for the text around it. */
export const MAX_VALUE_DEPTH = 150;

const BLANKS = /[ \t\r\n\u00a0]*/y;

/** A position in the text of a value, what was noticed on the way to it, and how to move on. */
export class ValueCursor {
  readonly text: string;
  /** Where the text ends for the value. */
  readonly limit: number;
  at: number;
  stopped: Stopped | undefined;
  /** The key in which it was stopped, or before its value. */
  openKey: OpenKey | undefined;
  /** Whether there is something that Node prints and JSON does not have. */
  inspected = false;
  /** The other language, if the value has elements of one. */
  dialect: Dialect | undefined;

  constructor(text: string, start: number, limit: number) {
    this.text = text;
    this.at = start;
    this.limit = limit;
  }

  /**
   * Skips blanks, and stops where a line begins another entry of the log.
   * @param top whether a record may begin there, as an item of the outermost array
   */
  blanks(top: boolean): void {
    if (this.isAtNoBlank()) return;
    const from = this.at;
    const end = this.endOfBlanks(from);
    if (end > from && end < this.limit && this.text[end - 1] === '\n') {
      const record = this.text.startsWith('{"', end);
      if (record ? !top : isLogLine(this.text, end)) {
        this.stop(from, 'another log entry begins before this one ends');
        return;
      }
    }
    this.at = end;
  }

  /** The end of the blanks at an offset. */
  endOfBlanks(from: number): number {
    BLANKS.lastIndex = from;
    return Math.min(from + (BLANKS.exec(this.text)?.[0].length ?? 0), this.limit);
  }

  /** Whether something other than a blank is here. Asked for every token, so it has to be fast. */
  isAtNoBlank(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code > 32 && code !== 160;
  }

  ended(): string | undefined {
    return this.at >= this.limit ? 'the text is cut off' : undefined;
  }

  peek(): string | undefined {
    return this.at < this.limit ? this.text[this.at] : undefined;
  }

  /** Matches a sticky pattern here and moves behind it. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null || match[0] === '' || this.at + match[0].length > this.limit) return undefined;
    this.at += match[0].length;
    return match;
  }

  /** Keeps the first reason only. */
  stop(offset: number, reason: string): void {
    this.stopped ??= { offset, reason };
  }
}

/** A cursor that also reads the values inside others. */
export interface NestedReader extends ValueCursor {
  value(depth: number): Value;
  object(start: number, depth: number): Value;
  array(start: number, depth: number, size: number | undefined, closing?: string): Value;
  tooDeep(start: number): Value;
  separator(closing: string, top: boolean): boolean;
}
