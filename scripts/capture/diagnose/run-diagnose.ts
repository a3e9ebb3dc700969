import { diagnosisJson } from '../../../lib/diagnose/render/diagnosis-json.ts';
import type { RenderAddresses } from '../../../lib/diagnose/render/render-context.ts';
import type { ExitCode, Io } from '../../../lib/node/process/io.ts';
import { jsonText } from '../../../lib/text/json-text.ts';
import { printableLine } from '../../../lib/text/printable.ts';
import type { Arguments } from '../../cli/arguments.ts';
import { otherLines } from '../first-of.ts';
import { reportProblems } from '../report-problems.ts';
import { callsMarkdown, callsPretty } from './calls-pretty.ts';
import { type DiagnosedCall, diagnosedCalls, type NamedLog } from './diagnosed-calls.ts';
import type { DiagnoseRequest } from './read-diagnose-options.ts';

/**
 * `capture diagnose`: where each call of a log departs from what is known, or of two logs of both sides.
 * @throws UsageError for the number of a call that the log does not have, and for two logs without a common call
 */
export function runDiagnose(
  logs: readonly [NamedLog, NamedLog?],
  request: DiagnoseRequest,
  addresses: RenderAddresses,
  given: Arguments,
  io: Io,
): ExitCode {
  const all = logs.filter((one) => one !== undefined);
  // Whatever still leaks is not printed: somebody would copy it.
  const leaks = all.some(({ log }) => log.leaks.length > 0);
  const calls = leaks ? [] : diagnosedCalls(logs, request);
  const ok = calls.length > 0 && calls.every(conforms);
  switch (given.values['format']) {
    case 'json':
      io.out(
        jsonText({
          ok,
          logs: all.map(({ log }) => logJson(log)),
          calls: calls.map((one) => callJson(one, addresses)),
        }),
      );
      break;
    case 'markdown':
      io.out(callsMarkdown(calls, addresses));
      break;
    default:
      io.out(callsPretty(calls, addresses, given.values['all'] === true));
      if (calls.length > 0) io.err('\n');
  }
  for (const { name, log } of all) {
    reportProblems(log, name, given, io);
    if (!leaks && log.calls.length === 0) io.err(noCall(name));
  }
  const skipped = all.reduce((sum, { log }) => sum + log.skipped, 0);
  io.err(otherLines(skipped));
  return ok ? 0 : 1;
}

const noCall = (name: string): string =>
  printableLine(`${name} has no call: no two stanzas in it have the id of one call, or of a stanza of it.`) +
  '\nTo compare single stanzas with the spec: npm run capture -- check FILE\n';

/** Whether flows explain a call, and nothing departs from them. */
const conforms = ({ sides, both }: DiagnosedCall): boolean =>
  (both?.undelivered ?? []).length === 0 &&
  sides.every(({ diagnosis: { flow, divergences } }) => flow !== undefined && divergences.length === 0);

const logJson = ({ problems, skipped, skippedLines, refused, leaks }: NamedLog['log']): object => ({
  problems,
  skipped,
  skippedLines,
  refused,
  leaks,
});

const callJson = ({ sides, both }: DiagnosedCall, addresses: RenderAddresses): object => ({
  sides: sides.map(({ diagnosis }) => diagnosisJson(diagnosis, addresses)),
  first: both?.first ?? null,
  offset: both?.offset ?? null,
  undelivered: (both?.undelivered ?? []).map(({ sender, seen }) => ({
    sender,
    seen: { ...seen, at: seen.at ?? null, stanza: seen.stanza ?? null },
  })),
});
