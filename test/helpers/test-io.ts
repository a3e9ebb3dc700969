import type { Io } from '../../scripts/shared/io.ts';

/** Surroundings of a command in which everything that it says is kept. */
export function testIo(given: {
  cwd: string;
  env?: Io['env'];
}): Io & { stdout: () => string; stderr: () => string } {
  let out = '';
  let err = '';
  return {
    env: {},
    isTerminal: false,
    ...given,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdout: () => out,
    stderr: () => err,
  };
}
