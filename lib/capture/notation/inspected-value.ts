import { isLogLine } from '../input/is-log-line.ts';
import { fromHex } from '../tree/hex-and-base64.ts';
import { codePointAt } from './code-point-at.ts';

/** A value of JSON, or of what Node prints for one. Names of keys never become names of properties. */
export type Value = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly cut: boolean }
  /** `more` counts what Node says that it left out; `size` is what it says of the whole. */
  | {
      readonly kind: 'array';
      readonly items: readonly Value[];
      readonly cut: boolean;
      readonly more: number;
      readonly size: number | undefined;
    }
  | StringValue
  /** A number, or a word such as null. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly cut: boolean; readonly more: number }
  /** `[Object]`, `[Array]`: something that Node did not go into; `name` is what stands there of it. */
  | { readonly kind: 'elided'; readonly name?: string }
  /** `Some(…)`, and a tuple, which has no name: what Rust prints. */
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly Value[]; readonly cut: boolean }
);

/** Whose notation of a value there is besides that of JSON and of consoles. */
export type Dialect = 'rust' | 'go';

export interface StringValue {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it breaks off, or Node left a part of it out. */
  readonly cut: boolean;
  /** Whether the text stands in the input as it is, from start + 1 on. */
  readonly plain: boolean;
}

export interface Entry {
  readonly key: string;
  readonly start: number;
  readonly value: Value;
}

export interface ReadValue {
  readonly value: Value;
  /** Where to go on. */
  readonly end: number;
  /** Why the value was not read to its end; undefined when it was. */
  readonly stopped: { readonly offset: number; readonly reason: string } | undefined;
  /** Whether there is something that Node prints and JSON does not have. */
  readonly inspected: boolean;
  /** What there is in it of other languages. */
  readonly dialect: Dialect | undefined;
}

/** How deep values may be nested: two levels for each of a node, and what may stand around it. */
const MAX_VALUE_DEPTH = 150;

const BLANKS = /[ \t\r\n\u00a0]*/y;
const BACKSLASH = 92;
const NEWLINE = 10;
const RETURN = 13;
/** What ends a number: a blank, a comma or a bracket. */
const AFTER_NUMBER: ReadonlySet<number> = new Set([9, NEWLINE, RETURN, 32, 41, 44, 93, 125]);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const WORD = /-?[\w$.+:-]+/y;
const KEY = /[\p{L}_$][\p{L}\p{N}_$]*|\d+/uy;
const BUFFER = /<(?:Buffer|SlowBuffer)((?: [0-9a-f]{2})*)((?: \.\.\. (\d+) more bytes?)?>)?/y;
const ELIDED =
  /\{\s?(?:…|\.\.\.)\s?\}|\[\s?…\s?\]|(?:Array|ArrayBuffer|Uint8Array|Object|Map|Set)\(\d+\)(?!\s*[[{])|ƒ [^,\n{}]{0,200}|\[(?:Object|Array|Getter|Circular|[A-Z]\w*)(?:[: *][^[\]{}'"\n]*)?\](?!\s*[{[])/y;
// The names that Node puts before what it prints: of a class, of a prototype, of a reference, and sizes.
const NAMES =
  /(?:<ref \*\d+>\s*|\[[A-Z]\w*(?:: null prototype)?\]\s*(?=[[{])|[A-Z]\w*(?:\((\d+)\))?\s*(?=[[{<])|(?:Object )?<\[Object: null prototype\] \{\}>\s*){1,4}/y;
// What Go writes before a literal: `&waBinary.Node`, `[]types.JID`, `map[string]interface {}`, `(*T)`.
const GO_TYPE =
  /\(\*[\w.]{1,100}\)(?=\()|&?(?:\[\d{0,9}\]|\*){0,4}(?:map\[[\w.*]{1,60}\])?(?:\[\]|\*){0,4}(?:[A-Za-z_]\w{0,60}\.)?(?:interface ?\{\}|[A-Za-z_]\w{0,60})(?=[{(])/y;
// What Rust writes before parentheses: the variant of an enum.
const VARIANT = /(?:[A-Za-z_]\w{0,60}::){0,4}[A-Za-z_]\w{0,60}(?=\()|(?=\((?!\*))/y;
const RUST_BYTES = /b(?=")/y;
const MORE = /\.\.\. (\d+) more (?:items?|characters?|bytes?|properties|property)/y;

/**
 * Reads a value as JSON has it or as Node prints it, which it takes for the same language: quotes of any kind,
 * keys without them, `<Buffer …>`, names of classes, `[Object]` and “… more items” where Node left something
 * out. Where the text breaks off, what was read until there is the value. Each character is read once.
 * @param start the offset of its first character
 * @param limit where the text ends for it
 */
export function readValue(text: string, start: number, limit = text.length): ReadValue {
  const reader = new ValueReader(text, start, limit);
  const value = reader.value(0);
  return {
    value,
    end: reader.at,
    stopped: reader.stopped,
    inspected: reader.inspected,
    dialect: reader.dialect,
  };
}

class ValueReader {
  readonly text: string;
  readonly limit: number;
  at: number;
  stopped: { offset: number; reason: string } | undefined;
  inspected = false;
  dialect: Dialect | undefined;

  constructor(text: string, start: number, limit: number) {
    this.text = text;
    this.at = start;
    this.limit = limit;
  }

  value(depth: number): Value {
    const start = this.at;
    const number = this.number();
    if (number !== undefined) return { kind: 'word', text: number, start, end: this.at };
    const size = this.names();
    const character = this.peek();
    switch (character) {
      case '{':
        return (this.maybeFolded() ? this.elided(start) : undefined) ?? this.object(start, depth);
      case '[':
        return this.elided(start) ?? this.typed(start, depth) ?? this.array(start, depth, size);
      case '"':
      case "'":
      case '`':
        return this.string(character);
      case '<':
        return this.buffer(start);
      default: {
        const other = this.ofOthers(start, depth);
        if (other !== undefined) return other;
        const word = this.match(WORD)?.[0];
        if (word === undefined) {
          this.stop(
            this.at,
            this.at >= this.limit ? 'the text ends where a value is due' : 'no value begins here',
          );
          return { kind: 'elided', start, end: this.at };
        }
        // The log may break off inside of a number.
        if (this.at >= this.limit) {
          this.stop(this.at, 'the text breaks off');
          return { kind: 'elided', start, end: this.at };
        }
        return { kind: 'word', text: word, start, end: this.at };
      }
    }
  }

  /** A number of digits alone, of which bytes are very many; undefined for all others, which are read as words. */
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
    return this.elided(start) ?? this.bytesOfRust(start) ?? this.call(start, depth) ?? this.go(start, depth);
  }

  /** `Some(…)` and the like, or a tuple. Go writes conversions in the same way. */
  private call(start: number, depth: number): Value | undefined {
    VARIANT.lastIndex = this.at;
    const name = VARIANT.exec(this.text)?.[0];
    if (name === undefined || this.at + name.length >= this.limit) return undefined;
    if (depth >= MAX_VALUE_DEPTH) return this.tooDeep(start);
    this.at += name.length + 1;
    const items: Value[] = [];
    this.dialect ??= 'rust';
    while (true) {
      this.blanks(false);
      if (this.stopped !== undefined) break;
      if (this.peek() === ')') {
        this.at++;
        break;
      }
      const item = this.value(depth + 1);
      if (this.stopped === undefined || item.end > item.start) items.push(item);
      if (!this.separator(')', false)) break;
    }
    return { kind: 'call', name, items, cut: this.stopped !== undefined, start, end: this.at };
  }

  /** Whether a brace may be that of `{…}`: asked for each, so quickly. */
  private maybeFolded(): boolean {
    const next = this.text[this.at + 1];
    return next === '…' || next === '.' || next === ' ';
  }

  /** `[]T{…}` of Go. */
  private typed(start: number, depth: number): Value | undefined {
    const next = this.text.charCodeAt(this.at + 1);
    return next === 93 || (next >= 48 && next <= 57) ? this.go(start, depth) : undefined;
  }

  /** A literal of Go: a type, and then its value in braces, or what is converted to it. */
  private go(start: number, depth: number): Value | undefined {
    GO_TYPE.lastIndex = this.at;
    const type = GO_TYPE.exec(this.text)?.[0];
    if (type === undefined || this.at + type.length >= this.limit) return undefined;
    const list = /^&?\[\d*\]/.test(type);
    this.dialect = 'go';
    this.inspected = true;
    this.at += type.length;
    if (this.peek() === '(') {
      const call = this.call(start, depth);
      this.dialect = 'go';
      const [only, more] = call?.kind === 'call' ? call.items : [];
      // A conversion of what stands there; of other calls nobody knows what they give.
      const converts = /^(?:string|\[\](?:byte|uint8))$/.test(type) && only?.kind === 'string';
      const nil = only?.kind === 'word' && only.text === 'nil';
      if (only !== undefined && more === undefined && (nil || converts)) return only;
      return { kind: 'elided', name: 'call', start, end: this.at };
    }
    if (depth >= MAX_VALUE_DEPTH) return this.tooDeep(start);
    return list
      ? this.array(start, depth, /(?:byte|uint8)$/.test(type) ? -1 : undefined, '}')
      : this.object(start, depth);
  }

  /** `b"…"`: bytes as Rust prints them, which are ASCII but for escapes. */
  private bytesOfRust(start: number): Value | undefined {
    if (this.match(RUST_BYTES) === undefined) return undefined;
    const { text, cut } = this.string('"');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return { kind: 'bytes', bytes, cut, more: 0, start, end: this.at };
  }

  private object(start: number, depth: number): Value {
    if (depth >= MAX_VALUE_DEPTH) return this.tooDeep(start);
    const entries: Entry[] = [];
    this.at++;
    let cut = false;
    while (true) {
      this.blanks(false);
      if (this.stopped !== undefined) break;
      if (this.peek() === '}') {
        this.at++;
        break;
      }
      if (this.more() !== undefined) {
        this.inspected = true;
        cut = true;
        continue;
      }
      const keyAt = this.at;
      const key = this.key();
      this.blanks(false);
      if (this.stopped !== undefined) break;
      if (key === undefined || !this.colon()) {
        this.stop(this.at, this.ended() ?? (key === undefined ? 'a key is due' : 'a colon is due'));
        // What was taken for a key may be something else, with a stanza in it.
        this.at = key === undefined ? this.at : keyAt + 1;
        break;
      }
      this.blanks(false);
      if (this.stopped !== undefined) break;
      const value = this.value(depth + 1);
      if (this.stopped === undefined || value.end > value.start) entries.push({ key, start: keyAt, value });
      if (!this.separator('}', false)) break;
    }
    return { kind: 'object', entries, cut: cut || this.stopped !== undefined, start, end: this.at };
  }

  private array(start: number, depth: number, size: number | undefined, closing = ']'): Value {
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
      const left = this.more();
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

  /** Takes the comma behind a value. False when the enclosing value ends there, orderly or not. */
  private separator(closing: string, top: boolean): boolean {
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
    this.stop(this.at, this.ended() ?? `a comma or ${closing} is due`);
    return false;
  }

  private key(): string | undefined {
    const character = this.peek();
    if (character === '"' || character === "'") {
      const { text, cut } = this.string(character);
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
    // So Node prints a Map.
    if (!this.text.startsWith('=>', this.at) || this.at + 2 > this.limit) return false;
    this.at += 2;
    return true;
  }

  /** A string, or several of them that are joined with +, as Node prints a long one. */
  private string(quote: string): StringValue {
    const start = this.at;
    const parts: string[] = [];
    let cut = false;
    let plain = true;
    let inner: string | undefined = quote;
    if (quote !== '"') this.inspected = true;
    while (inner !== undefined && !cut) {
      this.at++;
      if (parts.length > 0) plain = false;
      const closing = inner.charCodeAt(0);
      while (true) {
        const end = this.inQuotes(closing);
        parts.push(this.text.slice(this.at, end));
        this.at = end;
        const next = this.peek();
        if (next === inner) {
          this.at++;
          break;
        }
        if (next !== '\\' || this.at + 1 >= this.limit) {
          cut = true;
          this.stop(this.at, this.ended() ?? 'the line ends inside of a string');
          break;
        }
        plain = false;
        parts.push(this.escape());
      }
      inner = cut ? undefined : this.joined();
    }
    const more = cut ? undefined : this.more();
    return {
      kind: 'string',
      start,
      end: this.at,
      text: parts.join(''),
      cut: cut || more !== undefined,
      plain,
    };
  }

  /** Where a text in quotes ends, its line does, or an escape begins. */
  private inQuotes(closing: number): number {
    let at = this.at;
    for (; at < this.limit; at++) {
      const code = this.text.charCodeAt(at);
      if (code === closing || code === BACKSLASH || code === NEWLINE || code === RETURN) break;
    }
    return at;
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    const named = letter === 'u' || letter === 'U' ? codePointAt(this.text, this.at, this.limit) : undefined;
    if (named !== undefined) {
      this.at += named.length;
      return named.character;
    }
    const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
    if (digits > 0) {
      const hex = this.text.slice(this.at + 2, Math.min(this.at + 2 + digits, this.limit));
      if (hex.length === digits && /^[0-9a-fA-F]+$/.test(hex)) {
        this.at += 2 + digits;
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
      // Broken off, or no escape at all. As it stands, so that nothing is lost.
      this.at += 2;
      return `\\${letter}`;
    }
    this.at += 2;
    return ESCAPES.get(letter) ?? letter;
  }

  /** What a console says that it left out. */
  private more(): RegExpExecArray | undefined {
    return this.text[this.at] === '.' ? this.match(MORE) : undefined;
  }

  /** Behind a string: the quote of the next one, when a + joins them. */
  private joined(): string | undefined {
    const before = this.at;
    if (this.isAtNoBlank() && this.text[before] !== '+') return undefined;
    BLANKS.lastIndex = before;
    const plus = before + (BLANKS.exec(this.text)?.[0].length ?? 0);
    if (this.text[plus] !== '+' || plus >= this.limit) return undefined;
    this.at = plus + 1;
    this.blanks(false);
    const quote = this.peek();
    if (this.stopped === undefined && (quote === "'" || quote === '"' || quote === '`')) {
      this.inspected = true;
      return quote;
    }
    this.at = before;
    return undefined;
  }

  private buffer(start: number): Value {
    const match = this.match(BUFFER);
    if (match === undefined) {
      this.stop(this.at, 'no value begins here');
      return { kind: 'elided', start, end: this.at };
    }
    this.inspected = true;
    const bytes = fromHex((match[1] ?? '').replaceAll(' ', ''));
    const more = Number(match[3] ?? 0);
    if (match[2] === undefined) this.stop(this.at, this.ended() ?? 'the bytes break off');
    return { kind: 'bytes', bytes, cut: more > 0 || match[2] === undefined, more, start, end: this.at };
  }

  private elided(start: number): Value | undefined {
    const name = this.match(ELIDED)?.[0];
    if (name === undefined) return undefined;
    this.inspected = true;
    return { kind: 'elided', name, start, end: this.at };
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

  /** Goes over what is nested too deeply, to its closing bracket. */
  private tooDeep(start: number): Value {
    let open = 0;
    while (this.at < this.limit) {
      const character = this.text[this.at];
      if (character === '"' || character === "'") {
        if (this.string(character).cut) break;
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

  /**
   * Goes over blanks, and stops where a line begins another entry of the log.
   * @param top whether a record may begin there, as an item of the outermost array
   */
  private blanks(top: boolean): void {
    if (this.isAtNoBlank()) return;
    const from = this.at;
    BLANKS.lastIndex = from;
    const end = Math.min(from + (BLANKS.exec(this.text)?.[0].length ?? 0), this.limit);
    if (end > from && end < this.limit && this.text[end - 1] === '\n') {
      const record = this.text.startsWith('{"', end);
      if (record ? !top : isLogLine(this.text, end)) {
        this.stop(from, 'another entry of the log begins before this one ends');
        return;
      }
    }
    this.at = end;
  }

  /** Whether something else than a blank stands here: asked for each, so quickly. */
  private isAtNoBlank(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code > 32 && code !== 160;
  }

  private ended(): string | undefined {
    return this.at >= this.limit ? 'the text breaks off' : undefined;
  }

  private peek(): string | undefined {
    return this.at < this.limit ? this.text[this.at] : undefined;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null || match[0] === '' || this.at + match[0].length > this.limit) return undefined;
    this.at += match[0].length;
    return match;
  }

  private stop(offset: number, reason: string): void {
    this.stopped ??= { offset, reason };
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);
