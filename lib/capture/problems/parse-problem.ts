import { type ArgsOfProblem, PROBLEM_CODES, type ProblemCode } from './problem-codes.ts';

/** What is wrong and what to do about it, without the place. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

/** Something in an input that could not be read. */
export interface ParseProblem extends Problem {
  /** 1-based position in the input, in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** A problem at an offset of the text that is being read. */
export interface ProblemAt extends Problem {
  readonly offset: number;
}

/**
 * Makes a problem: the code gives the wording, the arguments fill it in.
 * @param args what the wording of the code needs; none for most codes
 */
export function problem<C extends ProblemCode>(code: C, ...args: ArgsOfProblem<C>): Problem {
  const { message, hint } = PROBLEM_CODES[code];
  // The table ties each code to its own arguments; TypeScript cannot follow that through a generic index.
  const [words] = args as readonly never[];
  return {
    code,
    message: typeof message === 'string' ? message : message(words as never),
    hint: typeof hint === 'string' ? hint : hint(words as never),
  };
}

/** The same at an offset. */
export function problemAt<C extends ProblemCode>(
  offset: number,
  code: C,
  ...args: ArgsOfProblem<C>
): ProblemAt {
  return { offset, ...problem(code, ...args) };
}
