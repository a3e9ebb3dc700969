import type { ParseResult } from '../../lib/capture/parse/parse.ts';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import type { Arguments } from '../cli/arguments.ts';
import { numbered, otherLines } from './first-of.ts';
import { printStanzas } from './print-stanzas.ts';
import { reportParseProblems } from './report-problems.ts';

/** `capture parse`: the stanzas as they are. */
export function runParse(parsed: ParseResult, name: string, given: Arguments, io: Io): ExitCode {
  const { problems, skipped, skippedLines } = parsed;
  const ok = problems.length === 0;
  io.out(printStanzas(parsed.stanzas, given, { ok, problems, skipped, skippedLines }));
  reportParseProblems(problems, name, given, io);
  io.err(
    `${numbered(parsed.stanzas.length, 'stanza')}, not sanitized. To replace personal data: npm run capture -- sanitize FILE\n${otherLines(skipped)}`,
  );
  return ok ? 0 : 1;
}
