import { parentPort } from 'node:worker_threads';
import { type DefinitionFile, packDefinition } from '../../corpus/load/read-definition.ts';
import type { PackedDefinition } from '../../corpus/ports/packed-definition.ts';

/** A file to read, as one thread passes it to another. */
export interface ToParse {
  readonly about: DefinitionFile;
  readonly bytes: Uint8Array;
}

// As a thread: answers each list of files with their packs; undefined stands for one with errors.
parentPort?.on('message', (files: readonly ToParse[]) => {
  const packs: (PackedDefinition | undefined)[] = files.map(({ about, bytes }) =>
    packDefinition(about, bytes),
  );
  parentPort?.postMessage(packs);
});
