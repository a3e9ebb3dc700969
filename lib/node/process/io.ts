/** The streams and the environment of a command: a parameter, so that tests can run commands in their own process. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Prints data. */
  readonly out: (text: string) => void;
  /** Prints messages. */
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
}

/** 0 success, 1 findings at or above the level that fails, 2 usage error or failure. */
export type ExitCode = 0 | 1 | 2;

/** The streams and the environment of this process. */
export function processIo(): Io {
  return {
    env: process.env,
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  };
}
