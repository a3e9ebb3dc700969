import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';

/** The structure of a frame, found without a dictionary of tokens. */
export interface FrameShape {
  /** Where and why the frame is malformed; undefined for a complete one. */
  readonly stopped: { readonly at: number; readonly reason: string } | undefined;
  /** Where a node repeats an attribute. */
  readonly repeated: readonly number[];
  /**
   * The whole part of a malformed frame, as a frame of its own, and how many nodes are open where it stops. Undefined
   * if not even the tag of the outermost node is there, and for a whole frame.
   */
  readonly rest: { readonly bytes: Uint8Array; readonly open: number } | undefined;
}

/**
 * Walks through an uncompressed frame with its flags byte: lists, tokens, texts and runs of bytes, all of which have
 * a length. Linear, and no deeper than nodes may be nested.
 */
export function shapeOfFrame(bytes: Uint8Array): FrameShape {
  if (last?.bytes === bytes) return last.shape;
  let shape = new FrameWalk(bytes, false).run();
  // Most frames are complete, so their parts are not copied at first.
  if (shape.stopped !== undefined) shape = new FrameWalk(bytes, true).run();
  last = { bytes, shape };
  return shape;
}

// decodeFrame and the decoder ask for the same frame one after the other.
let last: { readonly bytes: Uint8Array; readonly shape: FrameShape } | undefined;

/** Whether a frame is compressed, so that its structure is not known. */
export const isCompressed = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 2) !== 0;

// The first byte of a value: https://github.com/tulir/whatsmeow/blob/main/binary/token/token.go
const LIST_EMPTY = 0;
const FIRST_DICTIONARY = 236;
const LAST_DICTIONARY = 239;
const INTEROP_JID = 0xf5;
const FB_JID = 0xf6;
const AD_JID = 0xf7;
const LIST_8 = 0xf8;
const LIST_16 = 0xf9;
const JID_PAIR = 0xfa;
const HEX_8 = 0xfb;
const BINARY_8 = 0xfc;
const BINARY_20 = 0xfd;
const BINARY_32 = 0xfe;
const NIBBLE_8 = 0xff;
/** A JID contains a user and a server, which are not JIDs themselves. */
const MAX_VALUE_DEPTH = 3;

/** A placeholder where no list head is rewritten. */
const NO_HEAD = new Uint8Array(3);

class FrameWalk {
  readonly #bytes: Uint8Array;
  #at = 1;
  #stopped: FrameShape['stopped'];
  #repeated: number[] = [];
  /** The complete pieces of the frame. The headers of lists are rewritten with the number of items present. */
  readonly #pieces: Uint8Array[] = [];
  readonly #keeps: boolean;
  #open = 0;

  constructor(bytes: Uint8Array, keeps: boolean) {
    this.#bytes = bytes;
    this.#keeps = keeps;
  }

  run(): FrameShape {
    const any = this.#node(1);
    if (this.#stopped === undefined && this.#at < this.#bytes.length) {
      this.#stop(this.#at, 'there are more bytes after its end');
    }
    const rest =
      any && this.#keeps ? { bytes: joined(Uint8Array.of(0), this.#pieces), open: this.#open } : undefined;
    return { stopped: this.#stopped, repeated: this.#repeated, rest };
  }

  /** Reads a node, or the part of it that is complete; false if not even its tag is. */
  #node(depth: number): boolean {
    const before = this.#pieces.length;
    const start = this.#at;
    const size = this.#listSize();
    if (size === 0) this.#stop(start, 'a node is empty');
    const head = this.#head();
    if (this.#stopped !== undefined || !this.#value('the tag of a node')) {
      this.#pieces.length = before;
      return false;
    }
    let count = 1;
    const names = new Set<string | number>();
    for (let left = (size - 1) >> 1; left > 0; left--) {
      const whole = this.#pieces.length;
      const nameAt = this.#at;
      const named = this.#value('an attribute');
      const name = this.#nameFrom(nameAt);
      if (!named || !this.#value('an attribute')) {
        this.#pieces.length = whole;
        break;
      }
      if (names.has(name)) this.#repeated.push(nameAt);
      names.add(name);
      count += 2;
    }
    if (this.#stopped === undefined && size % 2 === 0 && this.#content(depth)) count++;
    head[1] = count >> 8;
    head[2] = count & 255;
    if (this.#stopped !== undefined) this.#open++;
    return true;
  }

  /** A key that is equal for equal names. Most names are tokens of one or two bytes. */
  #nameFrom(start: number): string | number {
    const first = this.#bytes[start] ?? 0;
    const length = this.#at - start;
    if (length === 1) return first;
    return length === 2
      ? 256 * (first + 1) + (this.#bytes[start + 1] ?? 0)
      : this.#bytes.subarray(start, this.#at).join();
  }

  /** Reads the content of a node; returns whether there is any. */
  #content(depth: number): boolean {
    const first = this.#bytes[this.#at];
    if (first !== LIST_EMPTY && first !== LIST_8 && first !== LIST_16)
      return this.#value('the content of a node');
    const start = this.#at;
    const size = this.#listSize();
    if (this.#stopped !== undefined) return false;
    if (size > 0 && depth >= MAX_NODE_DEPTH) {
      this.#stop(start, `its nodes are nested deeper than ${MAX_NODE_DEPTH} levels`);
      return false;
    }
    const head = this.#head();
    let count = 0;
    while (count < size && this.#stopped === undefined && this.#node(depth + 1)) count++;
    head[1] = count >> 8;
    head[2] = count & 255;
    return true;
  }

  #head(): Uint8Array {
    if (!this.#keeps) return NO_HEAD;
    const head = Uint8Array.of(LIST_16, 0, 0);
    this.#pieces.push(head);
    return head;
  }

  #listSize(): number {
    const start = this.#at;
    const first = this.#number(1, 'a list');
    if (first === LIST_EMPTY) return 0;
    if (first === LIST_8) return this.#number(1, 'a list');
    if (first === LIST_16) return this.#number(2, 'a list');
    this.#stop(start, 'a list is expected');
    return 0;
  }

  /** Reads a text, a token or a run of bytes; returns whether it is complete. */
  #value(what: string, depth = 1): boolean {
    const start = this.#at;
    this.#skip(what, depth);
    if (this.#stopped !== undefined) return false;
    if (depth === 1 && this.#keeps) this.#pieces.push(this.#bytes.subarray(start, this.#at));
    return true;
  }

  #skip(what: string, depth: number): void {
    const start = this.#at;
    const first = this.#number(1, what);
    if (this.#stopped !== undefined) return;
    if (depth > MAX_VALUE_DEPTH) {
      this.#stop(start, 'a JID is inside another one');
      return;
    }
    if (first < FIRST_DICTIONARY) return;
    if (first <= LAST_DICTIONARY) {
      this.#number(1, what);
      return;
    }
    switch (first) {
      case BINARY_8:
        this.#over(this.#number(1, what), what);
        return;
      case BINARY_20:
        this.#over(this.#number(3, what) & 0xfffff, what);
        return;
      case BINARY_32:
        this.#over(this.#number(4, what), what);
        return;
      case NIBBLE_8:
      case HEX_8:
        this.#over(this.#number(1, what) & 127, what);
        return;
      case JID_PAIR:
        if (this.#value(what, depth + 1)) this.#value(what, depth + 1);
        return;
      case AD_JID:
        this.#over(2, what);
        this.#value(what, depth + 1);
        return;
      case FB_JID:
      case INTEROP_JID:
        if (this.#value(what, depth + 1)) this.#over(first === FB_JID ? 2 : 4, what);
        if (this.#stopped === undefined) this.#value(what, depth + 1);
        return;
      default:
        this.#stop(
          start,
          first === LIST_8 || first === LIST_16
            ? 'there is a list where a text is expected'
            : 'it uses an unknown dictionary',
        );
    }
  }

  #number(length: number, what: string): number {
    let number = 0;
    for (let i = 0; i < length; i++) number = number * 256 + (this.#bytes[this.#at + i] ?? 0);
    this.#over(length, what);
    return number;
  }

  #over(length: number, what: string): void {
    if (this.#at + length > this.#bytes.length) {
      this.#stop(this.#bytes.length, `it ends inside ${what}`);
      this.#at = this.#bytes.length;
    } else this.#at += length;
  }

  #stop(at: number, reason: string): void {
    this.#stopped ??= { at, reason };
  }
}

function joined(first: Uint8Array, pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, first.length));
  all.set(first);
  let at = first.length;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
