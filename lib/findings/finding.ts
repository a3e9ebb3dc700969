import type { FindingWays } from '../prose/ways.ts';
import { type ArgsOf, CODES, type FindingCode } from './codes.ts';
import type { Code } from './parts/code.ts';
import type { Level } from './parts/level.ts';

/**
 * The position of a finding: a file of the spec (relative to the parent of the spec folder), 1-based line and column.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A problem or a remark: where it is, and what to do about it. */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly level: Level;
  /** Whether it is about how an author works, see `Code`. */
  readonly policy?: true;
  readonly message: string;
  /** The fact path, or the id of the definition, or '' where neither applies. */
  readonly path: string;
  readonly hint?: string;
  /** How to do what the hint says, see completeHints(). */
  readonly way?: keyof FindingWays;
}

/**
 * Creates a finding with the level and the wording of its code.
 * @param code a code of the registry
 * @param args what the wording of the code needs
 * @param path the fact path or id that it is about; '' if there is none
 */
export function finding<C extends FindingCode>(code: C, args: ArgsOf<C>, place: Place, path = ''): Finding {
  const entry = CODES[code];
  // The registry ties each code to its own arguments, which TypeScript cannot follow through a generic index.
  const words = args as never;
  const hint = entry.hint?.(words);
  const { policy } = entry as Code<never>;
  return {
    code,
    level: entry.level,
    ...((typeof policy === 'function' ? policy(words) : policy) ? { policy: true } : {}),
    message: entry.message(words),
    file: place.file,
    line: place.line,
    column: place.column,
    path,
    ...(hint === undefined ? {} : { hint }),
    ...(entry.way === undefined ? {} : { way: entry.way }),
  };
}
