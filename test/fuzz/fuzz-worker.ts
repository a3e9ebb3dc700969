import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { loadBinaryDecoder } from '../../lib/capture/decode/load-binary-decoder.ts';
import { captureRules } from '../../lib/rules/capture-rules.ts';
import { RULES } from '../../lib/rules/index.ts';
import { FIXTURE, FIXTURE_CORPUS } from '../helpers/fixture-spec.ts';
import { captureMutant } from './capture-mutants.ts';
import { checkCaptureMutant } from './check-capture-mutant.ts';
import { type Checked, checkCorpusMutant } from './check-corpus-mutant.ts';
import { corpusMutant } from './corpus-mutants.ts';
import { largeLine } from './large-lines.ts';
import { specTexts } from './spec-texts.ts';

/** Which mutants a thread works on. */
export interface FuzzTask {
  readonly what: 'corpus' | 'captures' | 'lines';
  readonly seed: number;
  /** How long a large line is. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
  /** How long one may take, in milliseconds of the processor, and by how many bytes the memory may grow. */
  readonly most: { readonly ms: number; readonly bytes: number };
  /** Shared memory with the index of the current mutant, so that one that never ends can be named. */
  readonly current: Int32Array<SharedArrayBuffer>;
}

/** What a thread says: of one mutant that is wrong, or at its end. */
export type FuzzMessage =
  | { readonly index: number; readonly complaint: string }
  | { readonly done: true; readonly accepted: number; readonly slowest: { index: number; ms: number } };

const { what, seed, size, from, to, most, current } = workerData as FuzzTask;
const say = (message: FuzzMessage): void => parentPort?.postMessage(message);
const memory = (): number => {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
};

const decodeBinary = await loadBinaryDecoder();
const check: (index: number) => Checked =
  what === 'corpus'
    ? corpusCheck()
    : (index) => {
        const mutant = what === 'lines' ? { input: largeLine(index, size) } : captureMutant(seed, index);
        return checkCaptureMutant(mutant, FIXTURE_CORPUS, decodeBinary);
      };

function corpusCheck(): (index: number) => Checked {
  const texts = specTexts(FIXTURE);
  const rules = [...RULES, ...captureRules(decodeBinary)];
  return (index) => checkCorpusMutant(corpusMutant(texts, seed, index), rules);
}

let accepted = 0;
let slowest = { index: from, ms: 0 };
for (let index = from; index < to; index += 1) {
  current[0] = index;
  const start = process.threadCpuUsage().user;
  const before = memory();
  try {
    const checked = check(index);
    if (checked.accepted) accepted += 1;
    for (const complaint of new Set(checked.complaints)) say({ index, complaint });
  } catch (error) {
    say({ index, complaint: `it throws: ${error instanceof Error ? error.stack : String(error)}` });
  }
  const grown = memory() - before;
  if (grown > most.bytes) say({ index, complaint: `the memory grew by ${Math.round(grown / 2 ** 20)} MB` });
  const ms = (process.threadCpuUsage().user - start) / 1000;
  if (ms > most.ms) say({ index, complaint: `it takes ${Math.round(ms)} ms` });
  if (ms > slowest.ms) slowest = { index, ms };
}
say({ done: true, accepted, slowest });
