/** The characters that one place of a pattern matches, as ranges of UTF-16 units in ascending order. */
export type Characters = readonly (readonly [first: number, last: number])[];

/** A part of a pattern. */
export type PatternTree =
  | { readonly is: 'characters'; readonly of: Characters; readonly at: number }
  | { readonly is: 'sequence' | 'choice'; readonly parts: readonly PatternTree[]; readonly at: number }
  | {
      readonly is: 'repeat';
      readonly part: PatternTree;
      readonly least: number;
      /** Infinity where there is no limit. */
      readonly most: number;
      readonly at: number;
    };

/** Why a pattern is refused. */
export class PatternProblem extends Error {
  /** Offset in the pattern. */
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.name = 'PatternProblem';
    this.at = at;
  }
}

const LAST = 0xffff;
const DIGIT: Characters = [[0x30, 0x39]];
const WORD: Characters = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const BREAKS: Characters = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
const ESCAPED: Readonly<Record<string, Characters>> = {
  d: DIGIT,
  D: without(DIGIT),
  w: WORD,
  W: without(WORD),
  n: [[0x0a, 0x0a]],
  t: [[0x09, 0x09]],
};

/** Every character but some. */
function without(characters: Characters): Characters {
  const others: [number, number][] = [];
  let next = 0;
  for (const [first, last] of characters) {
    if (first > next) others.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) others.push([next, LAST]);
  return others;
}

/** Ranges in ascending order, without overlaps. */
function merged(ranges: Characters): Characters {
  const all: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = all.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}

/**
 * Reads a regular expression of the syntax that types may use: characters, `.`, classes, groups, alternatives and
 * quantifiers, each with the meaning that it has in JavaScript.
 * @throws PatternProblem for anything else
 */
export function parsePattern(text: string): PatternTree {
  const parser = new PatternParser(text);
  const tree = parser.choice(0);
  if (parser.at < text.length) throw new PatternProblem(parser.at, 'this bracket has no opening one');
  return tree;
}

/** A pattern within a pattern is as deep as this at most. */
const MAX_DEPTH = 20;

class PatternParser {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  choice(depth: number): PatternTree {
    const { at } = this;
    if (depth > MAX_DEPTH) throw new PatternProblem(at, 'groups are nested too deeply');
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'choice', parts, at };
  }

  #sequence(depth: number): PatternTree {
    const { at } = this;
    const parts: PatternTree[] = [];
    while (this.at < this.#text.length && !'|)'.includes(this.#next())) parts.push(this.#repeated(depth));
    return { is: 'sequence', parts, at };
  }

  #repeated(depth: number): PatternTree {
    const { at } = this;
    const part = this.#one(depth);
    const limits = this.#quantifier();
    if (limits === undefined) return part;
    if (this.#next() === '?' || this.#next() === '+' || this.#next() === '*' || this.#next() === '{') {
      throw new PatternProblem(this.at, 'a quantifier follows another one');
    }
    return { is: 'repeat', part, least: limits[0], most: limits[1], at };
  }

  #quantifier(): readonly [number, number] | undefined {
    const { at } = this;
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#take('?')) return [0, 1];
    if (this.#next() !== '{') return undefined;
    const [whole = '', from = '', comma, to = ''] =
      /^\{(\d{1,3})(,(\d{1,3})?)?\}/.exec(this.#text.slice(at)) ?? [];
    if (whole === '')
      throw new PatternProblem(at, "write a brace as '\\{', and a number of repetitions as {2} or {2,4}");
    this.at += whole.length;
    const least = Number(from);
    const most = comma === undefined ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    if (most < least || most === 0)
      throw new PatternProblem(at, 'this number of repetitions is not possible');
    return [least, most];
  }

  #one(depth: number): PatternTree {
    const { at } = this;
    const sign = this.#next();
    this.at += 1;
    switch (sign) {
      case '(':
        return this.#group(at, depth);
      case '[':
        return { is: 'characters', of: this.#class(at), at };
      case '\\':
        return { is: 'characters', of: this.#escaped(at), at };
      case '.':
        return { is: 'characters', of: without(BREAKS), at };
      case '^':
      case '$':
        throw new PatternProblem(at, "a pattern always covers the whole value, so it has no '^' and no '$'");
      case '*':
      case '+':
      case '?':
      case '{':
        throw new PatternProblem(at, 'a quantifier has nothing before it');
      case ']':
      case '}':
        throw new PatternProblem(at, `write this bracket as '\\${sign}'`);
      default:
        return { is: 'characters', of: unit(sign), at };
    }
  }

  #group(at: number, depth: number): PatternTree {
    if (this.#take('?') && !this.#take(':')) {
      const kind = /^(?:<?[=!])/.test(this.#text.slice(this.at)) ? 'lookaround' : 'a named group';
      throw new PatternProblem(at, `${kind} is not allowed; a group is '(…)' or '(?:…)'`);
    }
    const inside = this.choice(depth + 1);
    if (!this.#take(')')) throw new PatternProblem(at, 'this bracket is not closed');
    return inside;
  }

  #class(at: number): Characters {
    const others = this.#take('^');
    const ranges: [number, number][] = [];
    while (!this.#take(']')) {
      const from = this.at;
      const first = this.#member(at);
      if (this.#next() === '-' && this.#text[this.at + 1] !== ']') {
        this.at += 1;
        const last = this.#member(at);
        const [low, high] = [first[0]?.[0] ?? 0, last[0]?.[0] ?? 0];
        if (!isOne(first) || !isOne(last) || high < low) {
          throw new PatternProblem(from, 'this range of characters is empty');
        }
        ranges.push([low, high]);
      } else for (const [low, high] of first) ranges.push([low, high]);
    }
    const found = others ? without(merged(ranges)) : merged(ranges);
    if (found.length === 0) throw new PatternProblem(at, 'this class has no characters');
    return found;
  }

  #member(classAt: number): Characters {
    const { at } = this;
    const sign = this.#next();
    if (sign === '') throw new PatternProblem(classAt, 'this bracket is not closed');
    this.at += 1;
    if (sign === '[') throw new PatternProblem(at, "write this bracket as '\\['");
    return sign === '\\' ? this.#escaped(at) : unit(sign);
  }

  #escaped(at: number): Characters {
    const sign = this.#next();
    this.at += 1;
    const known = ESCAPED[sign];
    if (known !== undefined) return known;
    if (/^[0-9k]$/.test(sign)) throw new PatternProblem(at, 'a reference to a group is not allowed');
    if (sign === '' || /^[A-Za-z]$/.test(sign)) {
      throw new PatternProblem(at, `'\\${sign}' is not allowed; use \\d, \\w or a class`);
    }
    return unit(sign);
  }

  #next(): string {
    return this.#text[this.at] ?? '';
  }

  #take(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.at += 1;
    return true;
  }
}

const unit = (sign: string): Characters => [[sign.charCodeAt(0), sign.charCodeAt(0)]];

const isOne = (characters: Characters): boolean =>
  characters.length === 1 && characters[0]?.[0] === characters[0]?.[1];
