import { endsInsideWords } from '../../lib/capture/parse/ends-inside.ts';
import type { ParseResult } from '../../lib/capture/parse/parse.ts';
import type { ReviewedLog } from '../../lib/capture/review/review-stanzas.ts';
import type { Io } from '../../lib/node/process/io.ts';
import { printableLine } from '../../lib/text/printable.ts';
import type { Arguments } from '../cli/arguments.ts';
import { firstOf, numbered } from './first-of.ts';

/** Reports unreadable parts, where the log breaks off, refused stanzas and leaks; true if there were none. */
export function reportProblems(
  { problems, refused, leaks, endsInside }: ReviewedLog,
  name: string,
  given: Arguments,
  io: Io,
): boolean {
  reportParseProblems(problems, name, given, io);
  if (endsInside !== undefined) io.err(`${printableLine(`${name}: ${endsInsideWords(endsInside)}`)}\n\n`);
  for (const { line, column, reason } of refused) {
    const hint = 'It is skipped. Copy the stanza out of the log and try it alone.';
    io.err(inWords(`${name}:${line}:${column}`, `The stanza could not be sanitized: ${reason}.`, hint));
  }
  for (const { line, kind } of leaks) {
    const hint =
      'Do not publish it. The sanitizer should have replaced it: please report this bug, without the log.';
    io.err(inWords(`${name}:${line}`, `The sanitized stanza still contains what looks like ${kind}.`, hint));
  }
  return problems.length + refused.length + leaks.length === 0;
}

/** Reports what could not be read; only the first problems, unless --all is given. */
export function reportParseProblems(
  problems: ParseResult['problems'],
  name: string,
  given: Arguments,
  io: Io,
): void {
  const reported = firstOf(problems, 10, given);
  for (const { line, column, message, hint } of reported) {
    io.err(inWords(`${name}:${line}:${column}`, message, hint));
  }
  const more = problems.length - reported.length;
  if (more > 0) io.err(`And ${numbered(more, 'more problem')}; --all shows them.\n\n`);
}

const inWords = (place: string, message: string, hint: string): string =>
  `${printableLine(place)}  error\n  ${printableLine(message)}\n  help: ${printableLine(hint)}\n\n`;
