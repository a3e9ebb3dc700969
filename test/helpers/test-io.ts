import type { Io } from '../../lib/node/process/io.ts';

/** Surroundings of a command in which everything that it says is kept. */
export function testIo(given: {
  cwd: string;
  env?: Io['env'];
}): Io & { stdout: () => string; stderr: () => string } {
  let out = '';
  let err = '';
  return {
    isTerminal: false,
    ...given,
    // All tests of a run share what is kept.
    env: { STANZA_CATALOG_CACHE: process.env['STANZA_CATALOG_CACHE'], ...given.env },
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
