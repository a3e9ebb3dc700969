import type { PrettyOptions } from '../../findings/render-pretty.ts';
import { COMMAND_WAYS } from './command-ways.ts';
import type { Io } from './io.ts';

/**
 * How findings are printed: with lines of the files that were read, and in color on a terminal unless NO_COLOR is set
 * (https://no-color.org/).
 */
export function prettyOptions(texts: ReadonlyMap<string, string>, io: Io): PrettyOptions {
  return {
    lines: (file) => texts.get(file)?.split(/\r?\n/),
    ways: COMMAND_WAYS,
    color: io.isTerminal && !io.env['NO_COLOR'],
  };
}
