import { type Comparison, comparisonOf } from '../lib/diff/changes/comparison.ts';
import { renderDiffJson } from '../lib/diff/changes/render-diff-json.ts';
import { renderDiffMarkdown } from '../lib/diff/changes/render-diff-markdown.ts';
import { renderDiffPretty } from '../lib/diff/changes/render-diff-pretty.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { UsageError } from '../lib/node/process/usage-error.ts';
import { comparisonSide } from '../lib/node/spec/comparison-side.ts';
import { SPEC_OPTION } from '../lib/node/spec/spec-folder.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run diff -- A B [options]',
  summary: [
    'Lists the facts that were added, removed or changed from A to B. A and B are each a folder, a bundle (its file,',
    'or the version of a release), or a git revision of the spec folder. The word spec means that folder itself,',
    'even if it has another name.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    format: { type: 'string', choices: ['pretty', 'json', 'markdown'], help: 'The output format.' },
  },
  positionals: ['A', 'B'],
  notes: 'Exit codes: 0 compared, 1 a side has errors, 2 usage error.',
};

type Format = 'pretty' | 'json' | 'markdown';

/** `npm run diff`: compares two specs, fact by fact. */
export async function diff(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const [a, b] = given.positionals;
  if (a === undefined || b === undefined) {
    throw new UsageError(`Two sides are needed, for example: npm run diff -- main spec\n\n${USAGE.call}`);
  }
  const option = given.values['spec'];
  const spec = (typeof option === 'string' ? option : undefined) ?? (io.env['SPEC_DIR'] || 'spec');
  const before = await comparisonSide(a, spec, io);
  const after = await comparisonSide(b, spec, io);
  if (before === undefined || after === undefined) return 1;
  const comparison = comparisonOf({ name: a, bundle: before }, { name: b, bundle: after });
  io.out(render(given.values['format'] as Format, comparison));
  return 0;
}

function render(format: Format, comparison: Comparison): string {
  switch (format) {
    case 'pretty':
      return renderDiffPretty(comparison);
    case 'json':
      return renderDiffJson(comparison);
    case 'markdown':
      return renderDiffMarkdown(comparison);
    default:
      return format satisfies never;
  }
}

if (import.meta.main) await runCommand(diff);
