import type { InputText } from '../input/input-text.ts';
import { logTime } from '../notation/log-time.ts';
import type { OpenEnd } from '../notation/open-end.ts';
import { MAX_STANZAS } from '../problems/max-input.ts';
import {
  type ParseProblem,
  type Problem,
  type ProblemAt,
  problem,
  problemAt,
} from '../problems/parse-problem.ts';
import type { ArgsOfProblem, ProblemCode } from '../problems/problem-codes.ts';
import type { CapturedStanza } from '../tree/captured-node.ts';
import { TornStanzas } from './torn-stanzas.ts';

/** A stanza without its place. */
export type FoundStanza = Omit<CapturedStanza, 'line' | 'column' | 'time'>;

/** A stanza with the offset at which it begins. */
interface Found {
  readonly stanza: FoundStanza;
  readonly start: number;
}

/** Marks a stanza that could not be read completely. */
export const BROKEN = { broken: true } as const;

/** How much text before a stanza is searched for its time. */
const MAX_BEFORE = 400;

/** How many problems are reported one by one. */
export const MAX_PROBLEMS = 1000;

/** Collects what is found in one input, by offsets of its text. */
export class ParseReport {
  readonly input: InputText;
  /** What could not be read. Readers add to it, and take back what they retract. */
  readonly problems: ProblemAt[] = [];
  /** Events of clients, which only tell of a stanza; reported if no stanza is found. */
  readonly events: ProblemAt[] = [];
  /** Where stanzas are, and the records that hold them; in order. */
  readonly spans: { readonly start: number; readonly end: number }[] = [];
  readonly #torn: TornStanzas;
  readonly #found: Found[] = [];
  /** Where the first stanza is that is one too many. */
  #limit: number | undefined;
  #openEnd: OpenEnd | undefined;

  constructor(input: InputText) {
    this.input = input;
    this.#torn = new TornStanzas(input.text);
  }

  get text(): string {
    return this.input.text;
  }

  /** How many stanzas were found so far. */
  get count(): number {
    return this.#found.length;
  }

  /** Where the input is not read further, because it holds too many stanzas. */
  get limit(): number | undefined {
    return this.#limit;
  }

  /** Where the text ends inside its last stanza; undefined if it does not. */
  get openEnd(): OpenEnd | undefined {
    return this.#openEnd;
  }

  /** Takes a stanza. */
  stanza(stanza: FoundStanza, start: number): void {
    this.#openEnd = undefined;
    if (this.#found.length < MAX_STANZAS) this.#found.push({ stanza, start });
    else this.#limit ??= start;
  }

  /** Takes where the text ends inside the stanza that was taken last; undefined if it does not. */
  endsIn(open: OpenEnd | undefined): void {
    this.#openEnd = open;
  }

  problem<C extends ProblemCode>(offset: number, code: C, ...args: ArgsOfProblem<C>): void {
    this.problems.push(problemAt(offset, code, ...args));
  }

  /** Marks an area of the text as part of a stanza, or of the record of one. */
  cover(start: number, end: number): void {
    this.spans.push({ start, end });
  }

  /** Remembers a stanza that was reported to break off. */
  tear(tag: string | undefined, start: number, end: number): void {
    this.#torn.add({ tag, start, end, found: this.#found.length });
  }

  /** Whether what begins at an offset is a part of a stanza that breaks off before; reports it, then. */
  isInTorn(start: number, tag?: string): boolean {
    const inside = this.#torn.holds(start, tag);
    if (inside) this.problem(start, 'node/inside-torn');
    return inside;
  }

  /** Takes a closing tag without its element: what was found since a stanza of that tag broke off is a part of it. */
  closeTorn(tag: string): void {
    const first = this.#torn.close(tag);
    if (first !== undefined) this.breakFrom(first);
  }

  /** Whether none of the stanzas from the given one on is marked as cut. */
  isWholeFrom(first: number): boolean {
    return !this.#found.slice(first).some(({ stanza }) => stanza.root.cut);
  }

  /** Marks the stanzas from the given one on as broken. */
  breakFrom(first: number): void {
    for (let i = first; i < this.#found.length; i++) this.#break(i);
  }

  #break(index: number): void {
    const one = this.#found[index] as Found;
    this.#found[index] = { ...one, stanza: { ...one.stanza, ...BROKEN } };
  }

  /** The stanzas in the order of the input. Bytes of zero are reported, and the stanzas that hold one are broken. */
  stanzas(): CapturedStanza[] {
    this.#found.sort((a, b) => a.start - b.start);
    this.#findZeros();
    const times = this.#times();
    return this.#found.map(({ stanza, start }, i) => {
      const time = times[i] === undefined ? {} : { time: times[i] };
      return { ...stanza, ...this.input.place(start), ...time };
    });
  }

  /** The times that the log tells before the stanzas, each behind the stanza before it. */
  #times(): (number | undefined)[] {
    let span = 0;
    return this.#found.map(({ start }, i) => {
      while ((this.spans[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++;
      const from = Math.max(
        this.spans[span - 1]?.end ?? 0,
        this.#found[i - 1]?.start ?? 0,
        start - MAX_BEFORE,
      );
      return logTime(this.text.slice(from, start));
    });
  }

  #findZeros(): void {
    if (!this.text.includes('\0')) return;
    const reported = new Set(this.problems.map(({ offset }) => offset));
    let span = 0;
    let next = 0;
    for (const { index } of this.text.matchAll(/\0+/g)) {
      if (!reported.has(index)) this.problem(index, 'input/zero-byte');
      while ((this.spans[span]?.end ?? Number.POSITIVE_INFINITY) <= index) span++;
      const held = this.spans[span];
      if (held === undefined || held.start > index) continue;
      for (; (this.#found[next]?.start ?? Number.POSITIVE_INFINITY) < held.end; next++) {
        if ((this.#found[next]?.start ?? 0) >= held.start) this.#break(next);
      }
    }
  }

  /** The problems in the order of the input, each once, and not too many of them. */
  placedProblems(): ParseProblem[] {
    this.problems.sort((a, b) => a.offset - b.offset);
    // Two passes may report the same problem; the first one is kept.
    let at = -1;
    let here: ProblemAt[] = [];
    const once = this.problems.filter((one) => {
      if (one.offset !== at) here = [];
      at = one.offset;
      if (here.some((other) => sameProblem(one, other))) return false;
      here.push(one);
      return true;
    });
    const placed: ParseProblem[] = once
      .slice(0, MAX_PROBLEMS)
      .map(({ offset, ...rest }) => ({ ...this.input.place(offset), ...rest }));
    const next = once[MAX_PROBLEMS];
    if (next !== undefined) {
      const more = problem('input/too-many-problems', { more: once.length - MAX_PROBLEMS });
      placed.push({ ...this.input.place(next.offset), ...more });
    }
    return placed;
  }
}

const sameProblem = (a: Problem, b: Problem): boolean =>
  a.code === b.code && a.message === b.message && a.hint === b.hint;
