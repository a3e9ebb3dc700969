import { isLogLine } from '../input/is-log-line.ts';

/** How many are remembered, and how much of a line, and of the lines between: a log may hold very many. */
const MOST = 8;
const LINE = 200;
const BETWEEN = 4000;

/** A stanza that was reported to break off. */
interface Torn {
  /** The tag, if it is an element. */
  readonly tag: string | undefined;
  readonly start: number;
  readonly end: number;
  /** How many stanzas had been found when it ended. */
  readonly found: number;
  /** Whether another one began behind it at the same indentation: what is indented more belongs to that one. */
  readonly passed: boolean;
}

/** The last stanzas that are cut off: what follows may be part of one, and not a separate stanza. */
export class TornStanzas {
  readonly #text: string;
  readonly #torn: Torn[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Remembers one. */
  add(one: Omit<Torn, 'passed'>): void {
    if (this.#torn.length === MOST) this.#torn.shift();
    this.#torn.push({ ...one, passed: false });
  }

  /**
   * Whether what begins at an offset is a part of one: its line begins like that one's and is indented more. A
   * stanza that is not a part of one ends those that begin as it does.
   * @param tag the tag of the element that begins there, if it is one
   */
  holds(start: number, tag?: string): boolean {
    const torn = this.#torn;
    if (torn.length === 0) return false;
    const line = lineTo(this.#text, start);
    for (let i = torn.length - 1; i >= 0; i--) {
      const one = torn[i] as Torn;
      const first = lineTo(this.#text, one.start);
      if (start - one.end > BETWEEN || entryBetween(this.#text, one.end, start)) torn.splice(i, 1);
      else if (!one.passed && isIndented(line, first)) return true;
      else if (line === first) {
        if (tag === one.tag) torn.splice(i, 1);
        else torn[i] = { ...one, passed: true };
      }
    }
    return false;
  }

  /**
   * Ends the last one with a tag, where a closing tag is.
   * @returns how many stanzas had been found before: those found since are parts of it. Undefined if there is none.
   */
  close(tag: string): number | undefined {
    const index = this.#torn.findLastIndex((one) => one.tag === tag);
    const found = this.#torn[index]?.found;
    if (index !== -1) this.#torn.length = index;
    return found;
  }
}

/** The text before an offset in its line. */
function lineTo(text: string, at: number): string {
  const part = text.slice(Math.max(0, at - LINE), at);
  return part.slice(part.lastIndexOf('\n') + 1);
}

function entryBetween(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    if (isLogLine(text, at + 1)) return true;
  }
  return false;
}

function isIndented(line: string, torn: string): boolean {
  let same = 0;
  while (same < line.length && line[same] === torn[same]) same++;
  while (same > 0 && isBlank(line[same - 1])) same--;
  return blanksAt(line, same) > blanksAt(torn, same);
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function blanksAt(line: string, at: number): number {
  let end = at;
  while (isBlank(line[end])) end++;
  return end - at;
}
