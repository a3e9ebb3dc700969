import { describeCalls } from '../../lib/capture/review/describe-calls.ts';
import { callWords, listCalls } from '../../lib/capture/review/list-calls.ts';
import { reviewJson } from '../../lib/capture/review/render-review.ts';
import { renderReviews } from '../../lib/capture/review/render-reviews.ts';
import { reviewLevel } from '../../lib/capture/review/review-level.ts';
import type { ReviewedLog } from '../../lib/capture/review/review-stanzas.ts';
import { describeReplaced } from '../../lib/capture/sanitize/describe-replaced.ts';
import { LEVELS, type Level } from '../../lib/findings/parts/level.ts';
import { COMMAND_WAYS } from '../../lib/node/process/command-ways.ts';
import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { printableLine } from '../../lib/text/printable.ts';
import type { Arguments } from '../cli/arguments.ts';
import { firstOf, numbered, otherLines } from './first-of.ts';
import { reportProblems } from './report-problems.ts';

/** `capture check`: what the spec says of the stanzas. */
export function runCheck(log: ReviewedLog, name: string, given: Arguments, io: Io): ExitCode {
  const worst = reviewLevel(log);
  const ok = worst === undefined || LEVELS.indexOf(worst) < LEVELS.indexOf(given.values['fail-on'] as Level);
  const { sanitized, replaced, refused, problems, leaks, skipped, skippedLines, endsInside = null } = log;
  if (given.values['format'] === 'json') {
    const stanzas = sanitized.map(({ review, stanza }) => reviewJson(review, stanza, COMMAND_WAYS));
    const calls = log.calls.map((places) => places.flatMap((i) => log.stanzas[i]?.raw.line ?? []));
    const report = {
      ok,
      endsInside,
      problems,
      skipped,
      skippedLines,
      refused,
      leaks,
      replaced,
      stanzas,
      calls,
    };
    io.out(`${JSON.stringify(report, undefined, 2)}\n`);
    io.err(otherLines(skipped));
    return ok ? 0 : 1;
  }
  io.out(renderReviews(sanitized, COMMAND_WAYS, given.values['all'] === true));
  if (sanitized.length > 0) io.err('\n');
  reportProblems(log, name, given, io);
  const contradictions = sanitized
    .flatMap(({ review }) => review.verdicts)
    .filter(({ verdict }) => verdict === 'contradicts').length;
  io.err(
    `${numbered(sanitized.length, 'stanza')}; to be replaced: ${describeReplaced(replaced) || 'nothing'}; ${numbered(contradictions, 'contradiction')}.\n${otherLines(skipped)}`,
  );
  const calls = describeCalls(log);
  const list = listCalls(log).map((call) => `  ${printableLine(callWords(call))}\n`);
  if (calls !== '') io.err(`${calls}\n${firstOf(list, 20, given).join('')}`);
  if (sanitized.some(({ review }) => review.stanza !== undefined) && leaks.length === 0) {
    io.err('To add it to the spec: npm run capture -- draft FILE --technique ID\n');
  }
  return ok ? 0 : 1;
}
