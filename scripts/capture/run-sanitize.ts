import type { ReviewedLog } from '../../lib/capture/review/review-stanzas.ts';
import { describeReplaced } from '../../lib/capture/sanitize/describe-replaced.ts';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import type { Arguments } from '../cli/arguments.ts';
import { numbered, otherLines } from './first-of.ts';
import { printStanzas } from './print-stanzas.ts';
import { reportProblems } from './report-problems.ts';

/** `capture sanitize`: the stanzas with everything personal replaced. */
export function runSanitize(log: ReviewedLog, name: string, given: Arguments, io: Io): ExitCode {
  const clean = reportProblems(log, name, given, io);
  const { problems, skipped, skippedLines, refused, leaks, replaced } = log;
  // Stanzas that still leak are not printed: somebody would copy them.
  const stanzas = leaks.length > 0 ? [] : log.sanitized.map(({ stanza }) => stanza);
  const report = { ok: clean, problems, skipped, skippedLines, refused, leaks, replaced };
  if (leaks.length === 0 || given.values['format'] === 'json') {
    io.out(printStanzas(stanzas, given, report));
  }
  if (leaks.length > 0) return 1;
  io.err(
    `${numbered(stanzas.length, 'stanza')}. Replaced: ${describeReplaced(replaced) || 'nothing'}.\n${otherLines(skipped)}`,
  );
  return clean ? 0 : 1;
}
