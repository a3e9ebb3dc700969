import { stripVTControlCharacters } from 'node:util';
import { describeSystemError } from '../../lib/node/process/describe-system-error.ts';
import { type ExitCode, type Io, processIo } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { printable } from '../../lib/text/printable.ts';

export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;

/**
 * Runs a command as the main program. Usage errors and errors of the system are one sentence on stderr, with exit code
 * 2; any other error shows its stack, because it is a bug.
 */
export async function runCommand(command: Command): Promise<void> {
  const io = processIo();
  // A closed pipe (`… | head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const words = describeSystemError(error);
    if (words === undefined) throw error;
    // An incomplete report must not look like success, for example in a file on a full disk.
    io.err(`${printable(words)}\n`);
    process.exit(2);
  });
  process.exitCode = await guarded(command, process.argv.slice(2), io);
}

/** Runs a command; prints what it throws to stderr and returns exit code 2. */
export async function guarded(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await command(args, io);
  } catch (error) {
    const text =
      error instanceof UsageError
        ? error.message
        : (describeSystemError(error) ??
          (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    // Messages of child processes may have colors.
    io.err(`${printable(stripVTControlCharacters(text))}\n`);
    return 2;
  }
}
