import { parentPort } from 'node:worker_threads';
import { type DefinitionFile, packDefinition } from '../../corpus/load/read-definition.ts';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';

/** A file to parse, as it is sent to the thread. */
export interface ParseJob {
  readonly definition: DefinitionFile;
  readonly bytes: Uint8Array;
}

/** What the thread does with a message: it answers the packs in the same order, undefined for a file with errors. */
export type ParseWorker = (jobs: readonly ParseJob[]) => (PackedDefinition | undefined)[];

const parseAll: ParseWorker = (jobs) =>
  jobs.map(({ definition, bytes }) => packDefinition(definition, bytes));

parentPort?.on('message', (jobs: readonly ParseJob[]) => parentPort?.postMessage(parseAll(jobs)));
