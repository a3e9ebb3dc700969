import { stripVTControlCharacters } from 'node:util';
import { describeSystemError } from '../../lib/node/process/describe-system-error.ts';
import { type ExitCode, type Io, processIo } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { printable } from '../../lib/text/printable.ts';

export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;

/**
 * Runs a command as the main program. Misuse and failures of the system are one sentence on stderr and exit code
 * 2; anything unexpected shows its stack, because that is our mistake.
 */
export async function runCommand(command: Command): Promise<void> {
  const io = processIo();
  // A reader that goes away (`… | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const words = describeSystemError(error);
    if (words === undefined) throw error;
    // A report that is not whole, into a file on a full disk for example, is no report.
    io.err(`${printable(words)}\n`);
    process.exit(2);
  });
  process.exitCode = await guarded(command, process.argv.slice(2), io);
}

/** Runs a command and turns what it throws into words on stderr and exit code 2. */
export async function guarded(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await command(args, io);
  } catch (error) {
    const text =
      error instanceof UsageError
        ? error.message
        : (describeSystemError(error) ??
          (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    // A tool of ours may have coloured its words; colours are not for here.
    io.err(`${printable(stripVTControlCharacters(text))}\n`);
    return 2;
  }
}
