import type { ExitCode, Io } from '../../lib/node/process/io.ts';
import { UsageError } from '../../lib/node/process/usage-error.ts';
import { loadSpec } from '../../lib/node/spec/load-spec.ts';
import { SPEC_OPTION, specFolder } from '../../lib/node/spec/spec-folder.ts';
import { readArguments, type Usage } from '../../scripts/cli/arguments.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { wholeNumber } from '../../scripts/cli/whole-number.ts';
import { measureDiagnosis } from './measure-diagnosis.ts';
import { generatedLog, measureGenerated } from './measure-generated.ts';
import { measureRecorded, recordedLog } from './measure-recorded.ts';
import { type FaultReport, reachesGoals, renderFaults } from './render-faults.ts';

const USAGE: Usage = {
  call: 'npm run plant-faults -- [options]',
  summary: [
    'Makes calls of every flow from the view of each observer, and takes the recorded calls of the spec; plants one fault',
    'at a time into them; and counts how often the first divergence that the diagnosis names is the one that was planted.',
    'Whether a changed call departs from the spec at all is decided by a check of its own, not by the diagnosis.',
  ].join('\n'),
  options: {
    spec: SPEC_OPTION,
    seed: { type: 'string', value: 'N', help: 'Another seed gives other calls and faults. Default: 1.' },
    calls: { type: 'string', value: 'N', help: 'How many calls of each flow and observer. Default: 2.' },
    faults: { type: 'string', value: 'N', help: 'How many faults of each kind in each call. Default: 2.' },
    flow: { type: 'string', value: 'ID', help: 'Makes calls of this flow only.' },
    every: {
      type: 'string',
      value: 'N',
      help: 'Tries every Nth fault, and cuts off recorded calls at every Nth message. Default: 4; 1 tries all.',
    },
    show: { type: 'string', value: 'ID', help: 'Prints the log of one fault of the list, and stops.' },
    format: { type: 'string', choices: ['pretty', 'json'], help: 'How the result is printed.' },
  },
  notes: [
    'Goals: no divergence in a call that the spec allows; the planted place named first for 97 of 100 faults in made-up',
    'calls and for 90 of 100 in recorded ones.',
    'Exit codes: 0 all goals are reached, 1 one is not, 2 misuse.',
  ].join('\n'),
};

/** `npm run plant-faults`: how often the diagnosis names what is wrong with a call. */
export async function plantFaults(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(USAGE, args, io);
  if (given === undefined) return 0;
  const { values } = given;
  const number = (name: string, otherwise: number, least = 0): number =>
    wholeNumber(name, values[name], { otherwise, least });
  const seed = number('seed', 1);
  const [calls, faults, every] = [number('calls', 2), number('faults', 2), number('every', 4, 1)];
  const corpus = await loadSpec(specFolder(values['spec'], io), io);
  if (corpus === undefined) return 2;
  const id = values['show'];
  if (typeof id === 'string') {
    const log = generatedLog(id, corpus, seed) ?? recordedLog(id, corpus);
    if (log === undefined) {
      throw new UsageError(
        `--show ${id}: there is no such fault. Copy an id from the list, with the same seed.`,
      );
    }
    io.out(log);
    return 0;
  }
  const now = (): number => performance.now();
  // What other programs do at the same time does not count.
  const processorTime = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const start = now();
  io.err('made-up calls\n');
  const flow = typeof values['flow'] === 'string' ? values['flow'] : undefined;
  if (flow !== undefined && !corpus.definitions.flow.has(flow)) {
    throw new UsageError(`--flow ${flow}: the spec has no such flow.`);
  }
  const generated = measureGenerated(corpus, { seed, calls, faults, every, flow });
  io.err('recorded calls\n');
  const recorded = measureRecorded(corpus, every);
  io.err('speed\n');
  const speed = measureDiagnosis(corpus, { seed, now: processorTime });
  const report: FaultReport = { seed, generated, recorded, speed, seconds: (now() - start) / 1000 };
  io.out(renderFaults(report, values['format'] === 'json'));
  return reachesGoals(report) ? 0 : 1;
}

if (import.meta.main) await runCommand(plantFaults);
