import { MAX_NODE_DEPTH } from '../tree/max-node-depth.ts';

/** What the bytes of a frame hold, found without the words that its tokens stand for. */
export interface FrameShape {
  /** Where the frame is not what a frame has to be; undefined for a whole one. */
  readonly stopped: { readonly at: number; readonly reason: string } | undefined;
  /** Where a node has an attribute that it has already. */
  readonly repeated: readonly number[];
  /**
   * As much of a frame that is not whole as is, as a frame, and in how many nodes around one another it stops;
   * undefined where not even the tag of the outermost node is there, and for a whole frame.
   */
  readonly rest: { readonly bytes: Uint8Array; readonly open: number } | undefined;
}

/**
 * Goes through a frame that is not compressed, with its byte of flags: lists, tokens, texts and runs of bytes,
 * each of which has a length. Linear; goes no deeper than nodes may be nested.
 */
export function shapeOfFrame(bytes: Uint8Array): FrameShape {
  if (last?.bytes === bytes) return last.shape;
  let shape = new FrameWalk(bytes, false).run();
  // Most frames are whole, and no copy of a part of them is needed.
  if (shape.stopped !== undefined) shape = new FrameWalk(bytes, true).run();
  last = { bytes, shape };
  return shape;
}

// The decoder asks for what its caller has asked for.
let last: { readonly bytes: Uint8Array; readonly shape: FrameShape } | undefined;

/** Whether a frame is compressed, so that its shape cannot be told. */
export const isCompressed = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 2) !== 0;

// What begins a value: https://github.com/tulir/whatsmeow/blob/main/binary/token/token.go
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
/** A user and a server stand in a JID, and nothing that is one itself. */
const MAX_VALUE_DEPTH = 3;

/** Where the length of a list goes that is not written anew. */
const NO_HEAD = new Uint8Array(3);

class FrameWalk {
  readonly #bytes: Uint8Array;
  #at = 1;
  #stopped: FrameShape['stopped'];
  #repeated: number[] = [];
  /** The pieces of the frame that are whole. The head of a list is written anew, with what it really holds. */
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
      this.#stop(this.#at, 'more bytes follow its end');
    }
    const rest =
      any && this.#keeps ? { bytes: joined(Uint8Array.of(0), this.#pieces), open: this.#open } : undefined;
    return { stopped: this.#stopped, repeated: this.#repeated, rest };
  }

  /** Takes a node, or what there is of it; false when there is not even its tag. */
  #node(depth: number): boolean {
    const before = this.#pieces.length;
    const start = this.#at;
    const size = this.#listSize();
    if (size === 0) this.#stop(start, 'a node begins that holds nothing');
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

  /** The bytes of a name, as what can be compared. Most are tokens of one byte or two. */
  #nameFrom(start: number): string | number {
    const first = this.#bytes[start] ?? 0;
    const length = this.#at - start;
    if (length === 1) return first;
    return length === 2
      ? 256 * (first + 1) + (this.#bytes[start + 1] ?? 0)
      : this.#bytes.subarray(start, this.#at).join();
  }

  /** Takes the content of a node; whether there is any. */
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
    this.#stop(start, 'a list is due');
    return 0;
  }

  /** Takes a text, a token or a run of bytes; whether it is whole. */
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
      this.#stop(start, 'a JID stands in another one');
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
            ? 'a list stands where a text is due'
            : 'it names a dictionary that is not there',
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
      this.#stop(this.#bytes.length, `it ends inside of ${what}`);
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
