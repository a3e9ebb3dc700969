import { CODES } from '../lib/findings/codes.ts';
import { completeHints } from '../lib/findings/complete-hints.ts';
import type { Level } from '../lib/findings/parts/level.ts';
import { renderGithub } from '../lib/findings/render-github.ts';
import { renderJson } from '../lib/findings/render-json.ts';
import { renderPretty } from '../lib/findings/render-pretty.ts';
import { renderSarif } from '../lib/findings/render-sarif.ts';
import { COMMAND_WAYS } from '../lib/node/process/command-ways.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { prettyOptions } from '../lib/node/process/pretty-options.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { type FolderValidation, validateFolder } from '../lib/node/spec/validate-folder.ts';
import { counted } from '../lib/text/counted.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { countsInWords } from './cli/counts-in-words.ts';
import { FAIL_ON_OPTION, fails } from './cli/fail-on-option.ts';
import { packageVersion } from './cli/package-version.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run validate -- [options]',
  summary: 'Checks the spec against its schemas and rules, and reports every finding.',
  options: {
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json', 'github', 'sarif'], help: 'The output format.' },
    'fail-on': FAIL_ON_OPTION,
  },
  notes: 'Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage error.',
};

/** `npm run validate`: checks a spec; prints the findings to stdout and a summary to stderr. */
export async function validate(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const result = await validateFolder(specFolder(given.values['spec'], io), io);
  const ok = !fails(result.findings, given.values['fail-on'] as Level);
  io.out(report(given.values['format'] as Format, result, ok, io));
  if (given.values['format'] === 'pretty') {
    const words =
      result.findings.length === 0
        ? 'no findings'
        : ok
          ? 'findings below --fail-on'
          : 'findings at or above --fail-on';
    io.err(`${countsInWords(result.counts)}: ${words}.\n`);
    const lower = result.findings.filter(({ code, level }) => CODES[code].level !== level).length;
    if (lower > 0) {
      io.err(
        `${counted(lower, 'finding')} about how authors work ${lower === 1 ? 'is' : 'are'} one level lower than with policy: strict in spec.yaml.\n`,
      );
    }
  }
  return ok ? 0 : 1;
}

type Format = 'pretty' | 'json' | 'github' | 'sarif';

function report(format: Format, verdict: FolderValidation, ok: boolean, io: Io): string {
  const { counts, texts } = verdict;
  const findings = completeHints(verdict.findings, COMMAND_WAYS);
  switch (format) {
    case 'pretty':
      return renderPretty(findings, prettyOptions(texts, io));
    case 'json':
      return renderJson(findings, counts, ok);
    case 'github':
      return renderGithub(findings);
    case 'sarif':
      return renderSarif(findings, packageVersion());
    default:
      return format satisfies never;
  }
}

if (import.meta.main) await runCommand(validate);
