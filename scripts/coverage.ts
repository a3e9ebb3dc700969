import type { Coverage } from '../lib/coverage/coverage.ts';
import { measureCoverage } from '../lib/coverage/measure-coverage.ts';
import { renderCoverageJson } from '../lib/coverage/render-coverage-json.ts';
import { renderCoverageMarkdown } from '../lib/coverage/render-coverage-markdown.ts';
import { renderCoveragePretty } from '../lib/coverage/render-coverage-pretty.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run coverage -- [options]',
  summary: 'Prints how much of the spec is confirmed, by part, and what evidence would help most.',
  options: {
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json', 'markdown'], help: 'The output format.' },
  },
  notes: 'Exit codes: 0 printed, 1 the spec cannot be read without errors, 2 usage error.',
};

type Format = 'pretty' | 'json' | 'markdown';

/** `npm run coverage`: how well a spec is confirmed. */
export async function coverage(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const corpus = await loadSpec(specFolder(given.values['spec'], io), io);
  if (corpus === undefined) return 1;
  io.out(render(given.values['format'] as Format, measureCoverage(corpus)));
  return 0;
}

function render(format: Format, coverage: Coverage): string {
  switch (format) {
    case 'pretty':
      return renderCoveragePretty(coverage);
    case 'json':
      return renderCoverageJson(coverage);
    case 'markdown':
      return renderCoverageMarkdown(coverage);
    default:
      return format satisfies never;
  }
}

if (import.meta.main) await runCommand(coverage);
