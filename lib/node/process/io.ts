/** What a command talks to: given to it, so that tests can run it in this process. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Data goes here. */
  readonly out: (text: string) => void;
  /** Talk goes here. */
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
}

/** 0 clean, 1 findings at or above the level that fails, 2 misuse or a failure of our own. */
export type ExitCode = 0 | 1 | 2;

/** The streams and surroundings of this process. */
export function processIo(): Io {
  return {
    env: process.env,
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  };
}
