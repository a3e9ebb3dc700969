import { isAtEnd } from '../open-end.ts';
import { readBuffer } from './read-buffer.ts';
import { readCall } from './read-call.ts';
import { readElided, readMore } from './read-elided.ts';
import { readGoLiteral } from './read-go-literal.ts';
import { readString } from './read-string.ts';
import type { Dialect, ObjectEntry, Value } from './value.ts';
import {
  MAX_VALUE_DEPTH,
  type NestedReader,
  type OpenKey,
  type Stopped,
  ValueCursor,
} from './value-cursor.ts';

export interface ReadValue {
  readonly value: Value;
  /** Where to go on. */
  readonly end: number;
  /** Why the value was not read to its end; undefined when it was. */
  readonly stopped: Stopped | undefined;
  /** The key in which it was stopped, or before its value. */
  readonly openKey: OpenKey | undefined;
  /** Whether there is something that Node prints and JSON does not have. */
  readonly inspected: boolean;
  /** The other language, if the value has elements of one. */
  readonly dialect: Dialect | undefined;
}

/** What ends a number: a blank, a comma or a bracket. */
const AFTER_NUMBER: ReadonlySet<number> = new Set([9, 10, 13, 32, 41, 44, 93, 125]);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const WORD = /-?[\w$.+:-]+/y;
/** A word that is complete if anything follows it. Others may be names of types, with the value behind them. */
const WHOLE_WORD = /^(?:-?[\d.].*|-?Infinity|NaN|true|false|null|undefined|None|nil)$/;
const KEY = /[\p{L}_$][\p{L}\p{N}_$]*|\d+/uy;
// What Node prints before a value: names of classes, prototypes and references, and sizes.
const NAMES =
  /(?:<ref \*\d+>\s*|\[[A-Z]\w*(?:: null prototype)?\]\s*(?=[[{])|[A-Z]\w*(?:\((\d+)\))?\s*(?=[[{<])|(?:Object )?<\[Object: null prototype\] \{\}>\s*){1,4}/y;
const RUST_BYTES = /b(?=")/y;

/**
 * Reads a value in the notation of JSON, of a console, of Rust's Debug or of Go. They are treated as one language:
 * any quotes, unquoted keys, `<Buffer …>`, class names, `[Object]` and “… more items”. If the text breaks off, the
 * value is what was read so far. Reads each character once.
 * @param start the offset of the first character
 * @param limit where the text ends for this value
 */
export function readValue(text: string, start: number, limit = text.length): ReadValue {
  const reader = new ValueReader(text, start, limit);
  const value = reader.value(0);
  return {
    value,
    end: reader.at,
    stopped: reader.stopped,
    openKey: reader.openKey,
    inspected: reader.inspected,
    dialect: reader.dialect,
  };
}

class ValueReader extends ValueCursor implements NestedReader {
  value(depth: number): Value {
    const start = this.at;
    const number = this.number();
    if (number !== undefined) return { kind: 'word', text: number, start, end: this.at };
    const size = this.names();
    const character = this.peek();
    switch (character) {
      case '{':
        return (this.maybeFolded() ? readElided(this, start) : undefined) ?? this.object(start, depth);
      case '[':
        return readElided(this, start) ?? this.goList(start, depth) ?? this.array(start, depth, size);
      case '"':
      case "'":
      case '`':
        return readString(this, character);
      case '<':
        return readBuffer(this, start);
      default: {
        const other = this.ofOthers(start, depth);
        if (other !== undefined) return other;
        const word = this.match(WORD)?.[0];
        if (word === undefined) {
          this.stop(
            this.at,
            this.at >= this.limit ? 'the text ends where a value is expected' : 'no value begins here',
          );
          return { kind: 'elided', start, end: this.at };
        }
        // The log may break off inside a number, or behind the name of a type.
        if (this.at >= this.limit || (!WHOLE_WORD.test(word) && isAtEnd(this.text, this.at))) {
          this.stop(this.at, 'the text is cut off');
          return { kind: 'elided', isCut: true, start, end: this.at };
        }
        return { kind: 'word', text: word, start, end: this.at };
      }
    }
  }

  /** A number of digits alone: a fast path for long lists of bytes. All others are read as words. */
  private number(): string | undefined {
    let end = this.at;
    while (isDigit(this.text.charCodeAt(end))) end++;
    if (end === this.at || end >= this.limit || !AFTER_NUMBER.has(this.text.charCodeAt(end)))
      return undefined;
    const digits = this.text.slice(this.at, end);
    this.at = end;
    return digits;
  }

  /** What only other languages have, and the short forms of a console. */
  private ofOthers(start: number, depth: number): Value | undefined {
    const code = this.text.charCodeAt(this.at);
    if (code === 45 || isDigit(code)) return undefined;
    return (
      readElided(this, start) ??
      this.rustBytes(start) ??
      readCall(this, start, depth) ??
      readGoLiteral(this, start, depth)
    );
  }

  /** `[]T{…}` of Go. */
  private goList(start: number, depth: number): Value | undefined {
    const next = this.text.charCodeAt(this.at + 1);
    return next === 93 || isDigit(next) ? readGoLiteral(this, start, depth) : undefined;
  }

  /** `b"…"`: bytes as Rust prints them, ASCII with escapes. */
  private rustBytes(start: number): Value | undefined {
    if (this.match(RUST_BYTES) === undefined) return undefined;
    const { text, cut } = readString(this, '"');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return { kind: 'bytes', bytes, cut, more: 0, start, end: this.at };
  }

  /** Whether a brace may begin `{…}`. Asked for every brace, so it has to be fast. */
  private maybeFolded(): boolean {
    const next = this.text[this.at + 1];
    return next === '…' || next === '.' || next === ' ';
  }

  object(start: number, depth: number): Value {
    if (depth >= MAX_VALUE_DEPTH) return this.tooDeep(start);
    const entries: ObjectEntry[] = [];
    this.at++;
    let cut = false;
    while (true) {
      this.blanks(false);
      if (this.stopped !== undefined) break;
      if (this.peek() === '}') {
        this.at++;
        break;
      }
      if (readMore(this) !== undefined) {
        this.inspected = true;
        cut = true;
        continue;
      }
      const keyAt = this.at;
      const key = this.key();
      this.blanks(false);
      if (this.stopped !== undefined) break;
      if (key === undefined || !this.colon()) {
        if (key !== undefined) this.openKey = { name: key, isWhole: `"'`.includes(this.text[keyAt] ?? ' ') };
        this.stop(this.at, this.ended() ?? (key === undefined ? 'a key is expected' : 'a colon is expected'));
        // What was taken for a key may be something else, with a stanza in it.
        this.at = key === undefined ? this.at : keyAt + 1;
        break;
      }
      this.blanks(false);
      if (this.stopped !== undefined) break;
      const value = this.value(depth + 1);
      if (this.stopped === undefined || value.end > value.start) entries.push({ key, start: keyAt, value });
      else this.openKey ??= { name: key, isWhole: true };
      if (!this.separator('}', false)) break;
    }
    return { kind: 'object', entries, cut: cut || this.stopped !== undefined, start, end: this.at };
  }

  array(start: number, depth: number, size: number | undefined, closing = ']'): Value {
    if (depth >= MAX_VALUE_DEPTH) return this.tooDeep(start);
    const items: Value[] = [];
    let more = 0;
    this.at++;
    while (true) {
      this.blanks(depth === 0);
      if (this.stopped !== undefined) break;
      if (this.peek() === closing) {
        this.at++;
        break;
      }
      const left = readMore(this);
      if (left !== undefined) {
        this.inspected = true;
        more += Number(left[1]);
        continue;
      }
      const item = this.value(depth + 1);
      if (this.stopped === undefined || item.end > item.start) items.push(item);
      if (!this.separator(closing, depth === 0)) break;
    }
    const cut = more > 0 || this.stopped !== undefined;
    return { kind: 'array', items, cut, more, size, start, end: this.at };
  }

  /** Takes the comma behind a value. False when the enclosing value ends there, properly or not. */
  separator(closing: string, top: boolean): boolean {
    if (this.stopped !== undefined) return false;
    this.blanks(top);
    if (this.stopped !== undefined) return false;
    if (this.peek() === ',') {
      this.at++;
      return true;
    }
    if (this.peek() === closing) {
      this.at++;
      return false;
    }
    this.stop(this.at, this.ended() ?? `a comma or ${closing} is expected`);
    return false;
  }

  private key(): string | undefined {
    const character = this.peek();
    if (character === '"' || character === "'") {
      const { text, cut } = readString(this, character);
      if (cut) this.openKey = { name: text, isWhole: false };
      return cut ? undefined : text;
    }
    const key = this.match(KEY)?.[0];
    if (key !== undefined) this.inspected = true;
    return key;
  }

  private colon(): boolean {
    if (this.peek() === ':') {
      this.at++;
      return true;
    }
    // The notation of a Map in Node.
    if (!this.text.startsWith('=>', this.at) || this.at + 2 > this.limit) return false;
    this.at += 2;
    return true;
  }

  private names(): number | undefined {
    const code = this.text.charCodeAt(this.at);
    // [, < or a capital letter.
    if (code !== 91 && code !== 60 && !(code >= 65 && code <= 90)) return undefined;
    const match = this.match(NAMES);
    if (match === undefined) return undefined;
    this.inspected = true;
    return match[1] === undefined ? undefined : Number(match[1]);
  }

  /** Skips what is nested too deeply, up to its closing bracket. */
  tooDeep(start: number): Value {
    let open = 0;
    while (this.at < this.limit) {
      const character = this.text[this.at];
      if (character === '"' || character === "'") {
        if (readString(this, character).cut) break;
        continue;
      }
      if (character === '{' || character === '[') open++;
      else if ((character === '}' || character === ']') && --open === 0) {
        this.at++;
        return { kind: 'elided', start, end: this.at };
      }
      this.at++;
    }
    this.stop(start, 'values are nested too deeply here');
    return { kind: 'elided', start, end: this.at };
  }
}
