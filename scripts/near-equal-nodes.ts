import { type SimilarNodes, similarNodes } from '../lib/corpus/lists/similar-nodes.ts';
import type { ExitCode, Io } from '../lib/node/process/io.ts';
import { loadSpec } from '../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../lib/node/spec/spec-folder.ts';
import { pluralized } from '../lib/text/counted.ts';
import { printableLine } from '../lib/text/printable.ts';
import { readArguments, type Usage } from './cli/arguments.ts';
import { runCommand } from './cli/run-command.ts';

const USAGE: Usage = {
  call: 'npm run near-equal-nodes -- [options]',
  summary: 'Lists nodes of one tag with equal or nearly equal facts, and why they are not one shared node.',
  options: { spec: SPEC_OPTION },
  notes: 'Exit codes: 0 each pair has a reason, 1 one has none, 2 usage error.',
};

/** `npm run near-equal-nodes`: what a spec may describe more than once. */
export async function nearEqualNodes(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const corpus = await loadSpec(specFolder(given.values['spec'], io), io);
  if (corpus === undefined) return 1;
  const groups = similarNodes(corpus);
  io.out(groups.map(groupText).join('\n'));
  const pairs = groups.flatMap((group) => group.pairs);
  const without = pairs.filter(({ reason }) => reason === undefined).length;
  io.err(`${pairs.length} similar ${pluralized(pairs.length, 'pair')}, ${without} without a reason.\n`);
  if (without === 0) return 0;
  io.err(
    'Describe what is one node once, in nodes/, and refer to it with use; where it is another node, say why with apart.\n',
  );
  return 1;
}

function groupText({ tag, pairs }: SimilarNodes): string {
  const rows = [
    `<${tag}>`,
    ...pairs.map(({ nodes: [a, b], similarity, differences, reason }) => {
      const equal = differences.length === 0 ? 'equal' : `${Math.floor(similarity * 100)} % equal`;
      const what = differences.length === 0 ? '' : `, differ in ${differences.join(', ')}`;
      return `  ${a.path} and ${b.path}: ${equal}${what}; ${reason === undefined ? 'no reason given' : `apart: ${reason}`}`;
    }),
  ];
  return `${rows.map(printableLine).join('\n')}\n`;
}

if (import.meta.main) await runCommand(nearEqualNodes);
